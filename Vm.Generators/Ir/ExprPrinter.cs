using static Vm.Generators.Ir.Sexp;

namespace Vm.Generators.Ir;

/// <summary>Writes expressions.</summary>
static class ExprPrinter
{
    public static Sexp Write(Expr expression) => expression switch
    {
        BoolLiteral e => e.Value ? "true" : "false",
        IntLiteral e => $"{e.Value}:{e.Type}",
        EnumLiteral e => List("enum", e.Enum, e.Member),
        NullLiteral e => List("null", e.Handle),
        Variable e => e.Name,
        GlobalVariable e => List("global", e.Name),
        RowField e => List(".", Write(e.Row), e.Field),
        Comparison e => List(Keyword(e.Operator), Write(e.Left), Write(e.Right)),
        Logical e => List(Keyword(e.Operator), Write(e.Left), Write(e.Right)),
        Not e => List("not", Write(e.Operand)),
        Arithmetic e => List($"{Keyword(e.Operator)}.{e.Type}", Write(e.Left), Write(e.Right)),
        Complement e => List($"bnot.{e.Type}", Write(e.Operand)),
        Negation e => List($"neg.{e.Type}", Write(e.Operand)),
        Conversion e => List($"conv.{e.From}.{e.To}", Write(e.Operand)),
        Conditional e => List("ite", Write(e.Condition), Write(e.WhenTrue), Write(e.WhenFalse)),
        NullTest e => List("isnull", Write(e.Handle)),
        IndexOf e => List("index", Write(e.Handle)),
        HandleOf e => List("handle", e.Handle, Write(e.Index)),
        Call e => List("call", [e.Function, .. e.Arguments.Select(Write)]),
        Quantified e => List(Keyword(e.Quantifier), IrPrinter.Write(e.Binder), Write(e.Body)),
        Unique e => List("unique", [IrPrinter.Write(e.Row), Write(e.Where), .. e.Keys.Select(Write)]),
        Chain e => List("chain",
            IrPrinter.Write(e.List), Write(e.Head), IrPrinter.Write(e.Row), Write(e.Next), Write(e.Member), Write(e.Key)),
        Queue e => List("queue",
            IrPrinter.Write(e.List), Write(e.First), Write(e.Last),
            IrPrinter.Write(e.Row), Write(e.Next), Write(e.Prev), Write(e.Member), Write(e.Key)),
        Rank e => List("rank", e.Invariant, Write(e.Row)),
        GhostMember e => List("member", e.Set, Write(e.Row)),
        Old e => List("old", Write(e.Operand)),
        Result => List("result"),
        Invocation e => List(Keyword(e.Kind), [e.Name, .. e.Arguments.Select(Write)]),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "an expression that the printer does not know"),
    };

    static Sexp Write(RowReference row) => row switch
    {
        Element r => List("elem", r.Table, Write(r.Handle)),
        AliasedRow r => r.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    /// <summary>The keyword of an operator is its member's name in lower case.</summary>
    static string Keyword(Enum member) => member.ToString().ToLowerInvariant();
}
