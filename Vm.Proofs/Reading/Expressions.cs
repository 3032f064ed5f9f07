using Vm.Generators.Ir;

namespace Vm.Proofs.Reading;

/// <summary>Walks over expressions.</summary>
static class Expressions
{
    /// <summary>The expression and all inside of it.</summary>
    public static IEnumerable<Expr> All(Expr expression) => PartsOf(expression).SelectMany(All).Prepend(expression);

    /// <summary>The parts of nested conjunctions.</summary>
    public static IEnumerable<Expr> Conjuncts(Expr expression) => expression is Logical { Operator: LogicalOperator.And } and
        ? Conjuncts(and.Left).Concat(Conjuncts(and.Right))
        : [expression];

    static IEnumerable<Expr> PartsOf(Expr expression) => expression switch
    {
        RowField { Row: Element row } => [row.Handle],
        Comparison e => [e.Left, e.Right],
        Logical e => [e.Left, e.Right],
        Not e => [e.Operand],
        Arithmetic e => [e.Left, e.Right],
        Complement e => [e.Operand],
        Negation e => [e.Operand],
        Conversion e => [e.Operand],
        Conditional e => [e.Condition, e.WhenTrue, e.WhenFalse],
        NullTest e => [e.Handle],
        IndexOf e => [e.Handle],
        HandleOf e => [e.Index],
        Call e => e.Arguments,
        Quantified e => [e.Body],
        Unique e => e.Keys.Prepend(e.Where),
        Chain e => [e.Head, e.Next, e.Member, e.Key],
        Queue e => [e.First, e.Last, e.Next, e.Prev, e.Member, e.Key],
        Rank e => [e.Row],
        GhostMember e => [e.Row],
        Old e => [e.Operand],
        Invocation e => e.Arguments,
        _ => [],
    };
}
