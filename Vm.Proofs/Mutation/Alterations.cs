using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Mutation;

/// <summary>
/// The small mistakes that a programmer makes in an expression: another comparison, a part of a condition left out, one too many, a
/// wrong sign, the opposite flag. One at a time, at any depth.
/// </summary>
/// <param name="program">Gives the types of parameters.</param>
sealed class Alterations(IrProgram program)
{
    /// <summary>The expression with one mistake in it.</summary>
    public IEnumerable<Expr> Of(Expr expression) =>
        At(expression).Concat(Parts.Of(expression).SelectMany((part, i) =>
            Of(part.Part).Concat(AsArgument(expression, i, part.Part)).Select(part.Put)));

    /// <summary>A value of the type that is not the expression's.</summary>
    public Expr? Other(Expr expression, string type) =>
        expression is BoolLiteral or IntLiteral or EnumLiteral or Invocation ? null
        : type == IrTypes.Bool ? new Not(expression)
        : IrTypes.IsInteger(type) ? new Arithmetic(ArithmeticOperator.Add, type, expression, new IntLiteral(1, type))
        : program.Handles.TryGetValue(type, out var handle) && handle.Nullable && expression is not NullLiteral ? new NullLiteral(type)
        : null;

    /// <summary>A literal of the type, in the place of a call's result.</summary>
    public Expr? Default(string type) =>
        type == IrTypes.Bool ? new BoolLiteral(false)
        : IrTypes.IsInteger(type) ? new IntLiteral(0, type)
        : program.Handles.TryGetValue(type, out var handle) && handle.Nullable ? new NullLiteral(type)
        : null;

    IEnumerable<Expr> At(Expr expression) => expression switch
    {
        BoolLiteral e => [new BoolLiteral(!e.Value)],
        IntLiteral e => [e with { Value = e.Value + 1 }],
        EnumLiteral e => program.Enums[e.Enum].Members.Where(member => member.Name != e.Member).Take(1)
            .Select(member => e with { Member = member.Name }),
        Comparison e => [e with { Operator = Neighbour(e.Operator) }],
        Logical e => [e with { Operator = e.Operator == LogicalOperator.And ? LogicalOperator.Or : LogicalOperator.And }, e.Left, e.Right],
        Not e => [e.Operand],
        Arithmetic e when Neighbour(e.Operator) is { } other => [e with { Operator = other }],
        Conditional e => [e with { WhenTrue = e.WhenFalse, WhenFalse = e.WhenTrue }],
        NullTest e => [new Not(e)],
        _ => [],
    };

    /// <summary>Flags and numbers that are handed to a function.</summary>
    IEnumerable<Expr> AsArgument(Expr call, int index, Expr argument)
    {
        var type = call switch
        {
            Call e => program.Function(e.Function).Parameters[index].Type,
            Invocation e => program.CodeOf<CodeItem>(e.Name).Parameters[index].Type,
            _ => null,
        };
        return type is not null && !program.Handles.ContainsKey(type) && Other(argument, type) is { } other ? [other] : [];
    }

    static ComparisonOperator Neighbour(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Eq => ComparisonOperator.Ne,
        ComparisonOperator.Ne => ComparisonOperator.Eq,
        ComparisonOperator.Lt => ComparisonOperator.Le,
        ComparisonOperator.Le => ComparisonOperator.Lt,
        ComparisonOperator.Gt => ComparisonOperator.Ge,
        _ => ComparisonOperator.Gt,
    };

    static ArithmeticOperator? Neighbour(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => ArithmeticOperator.Sub,
        ArithmeticOperator.Sub => ArithmeticOperator.Add,
        ArithmeticOperator.BAnd => ArithmeticOperator.BOr,
        ArithmeticOperator.BOr => ArithmeticOperator.BAnd,
        ArithmeticOperator.Shl => ArithmeticOperator.Shr,
        ArithmeticOperator.Shr => ArithmeticOperator.Shl,
        _ => null,
    };
}
