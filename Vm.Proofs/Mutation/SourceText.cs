using Vm.Generators.Ir;

namespace Vm.Proofs.Mutation;

/// <summary>Statements and expressions as a C# reader knows them. Compound statements are shown by their heads.</summary>
static class SourceText
{
    public static string Of(Stmt statement) => statement switch
    {
        Let s => $"{s.Name} = {Of(s.Value)}",
        Assign s => $"{Of(s.Target)} = {Of(s.Value)}",
        Alias s => $"ref {s.Name} = {s.Table}[{Of(s.Handle)}]",
        If s => $"if ({Of(s.Condition)})",
        While s => $"while ({Of(s.Condition)})",
        Locked s => $"using ({Of(s.Lock)}.Enter())",
        ReadUnder s => $"{Of(s.Lock)}.BeginRead()",
        Acquire s => $"{Of(s.Lock)}.Acquire()",
        Release s => $"{Of(s.Lock)}.Release()",
        Assertion s => $"Assert({Of(s.Condition)})",
        Panic s => $"Panic({s.Function})",
        Return { Value: { } value } => $"return {Of(value)}",
        Return => "return",
        Break => "break",
        Continue => "continue",
        Invoke s => Of(s.Invocation),
        _ => StmtPrinter.Write(statement).ToString() ?? "",
    };

    public static string Of(Expr expression) => expression switch
    {
        BoolLiteral e => e.Value ? "true" : "false",
        IntLiteral e => e.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        EnumLiteral e => $"{e.Enum}.{e.Member}",
        NullLiteral => "null",
        Variable e => e.Name,
        GlobalVariable e => e.Name,
        RowField { Row: Element row } e => $"{row.Table}[{Of(row.Handle)}].{e.Field}",
        RowField { Row: AliasedRow row } e => $"{row.Name}.{e.Field}",
        Comparison e => $"{Inner(e.Left)} {Symbol(e.Operator)} {Inner(e.Right)}",
        Logical e => $"{Inner(e.Left)} {(e.Operator == LogicalOperator.And ? "&&" : "||")} {Inner(e.Right)}",
        Not e => $"!{Inner(e.Operand)}",
        Arithmetic e => $"{Inner(e.Left)} {Symbol(e.Operator)} {Inner(e.Right)}",
        Complement e => $"~{Inner(e.Operand)}",
        Negation e => $"-{Inner(e.Operand)}",
        Conversion e => Of(e.Operand),
        Conditional e => $"{Inner(e.Condition)} ? {Inner(e.WhenTrue)} : {Inner(e.WhenFalse)}",
        NullTest e => $"{Inner(e.Handle)}.IsNull",
        IndexOf e => $"{Inner(e.Handle)}.V",
        HandleOf e => $"{e.Handle}({Of(e.Index)})",
        Call e => $"{e.Function}({string.Join(", ", e.Arguments.Select(Of))})",
        Invocation e => $"{e.Name}({string.Join(", ", e.Arguments.Select(Of))})",
        _ => ExprPrinter.Write(expression).ToString() ?? "",
    };

    static string Inner(Expr expression) => expression switch
    {
        Conversion e => Inner(e.Operand),
        Comparison or Logical or Arithmetic or Conditional => $"({Of(expression)})",
        _ => Of(expression),
    };

    static string Symbol(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Eq => "==",
        ComparisonOperator.Ne => "!=",
        ComparisonOperator.Lt => "<",
        ComparisonOperator.Le => "<=",
        ComparisonOperator.Gt => ">",
        _ => ">=",
    };

    static string Symbol(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Sub => "-",
        ArithmeticOperator.Mul => "*",
        ArithmeticOperator.Div => "/",
        ArithmeticOperator.Rem => "%",
        ArithmeticOperator.BAnd => "&",
        ArithmeticOperator.BOr => "|",
        ArithmeticOperator.BXor => "^",
        ArithmeticOperator.Shl => "<<",
        _ => ">>",
    };
}
