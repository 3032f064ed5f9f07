using Vm.Generators.Ir;

namespace Vm.Proofs.Mutation;

/// <summary>The direct parts of an expression, each with the function that puts another in its place.</summary>
static class Parts
{
    public static IEnumerable<(Expr Part, Func<Expr, Expr> Put)> Of(Expr expression) => expression switch
    {
        RowField { Row: Element row } e => [(row.Handle, part => e with { Row = row with { Handle = part } })],
        Comparison e => [(e.Left, part => e with { Left = part }), (e.Right, part => e with { Right = part })],
        Logical e => [(e.Left, part => e with { Left = part }), (e.Right, part => e with { Right = part })],
        Not e => [(e.Operand, part => e with { Operand = part })],
        Arithmetic e => [(e.Left, part => e with { Left = part }), (e.Right, part => e with { Right = part })],
        Complement e => [(e.Operand, part => e with { Operand = part })],
        Negation e => [(e.Operand, part => e with { Operand = part })],
        Conversion e => [(e.Operand, part => e with { Operand = part })],
        Conditional e =>
        [
            (e.Condition, part => e with { Condition = part }),
            (e.WhenTrue, part => e with { WhenTrue = part }),
            (e.WhenFalse, part => e with { WhenFalse = part }),
        ],
        NullTest e => [(e.Handle, part => e with { Handle = part })],
        IndexOf e => [(e.Handle, part => e with { Handle = part })],
        HandleOf e => [(e.Index, part => e with { Index = part })],
        Call e => Elements(e.Arguments, arguments => e with { Arguments = arguments }),
        Invocation e => Elements(e.Arguments, arguments => e with { Arguments = arguments }),
        _ => [],
    };

    static IEnumerable<(Expr, Func<Expr, Expr>)> Elements(EquatableArray<Expr> all, Func<EquatableArray<Expr>, Expr> with) =>
        all.Select((element, i) => (element, (Func<Expr, Expr>)(part =>
            with(all.Select((other, j) => i == j ? part : other).ToEquatableArray()))));
}
