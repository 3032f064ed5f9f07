using Vm.Generators.Ir;

namespace Vm.Proofs.Reading;

/// <summary>Walks over statements.</summary>
static class Statements
{
    public static EquatableArray<Stmt> BodyOf(CodeItem code) => code switch
    {
        OperationItem operation => operation.Body,
        InlineItem helper => helper.Body,
        _ => [],
    };

    /// <summary>The statements and those inside of them, in the order of the text.</summary>
    public static IEnumerable<Stmt> All(IEnumerable<Stmt> statements) =>
        statements.SelectMany(statement => All(PartsOf(statement)).Prepend(statement));

    /// <summary>The call that a statement makes, if any.</summary>
    public static Invocation? InvocationOf(Stmt statement) => statement switch
    {
        Invoke s => s.Invocation,
        Let { Value: Invocation call } => call,
        Assign { Value: Invocation call } => call,
        Return { Value: Invocation call } => call,
        _ => null,
    };

    /// <summary>The expressions that stand directly in a statement.</summary>
    public static IEnumerable<Expr> ExpressionsOf(Stmt statement) => statement switch
    {
        Let s => [s.Value],
        Assign s => [s.Target, s.Value],
        Alias s => [s.Handle],
        If s => [s.Condition],
        While s => s.Invariants.Prepend(s.Condition),
        Assertion s => [s.Condition],
        Return { Value: { } value } => [value],
        Invoke s => [s.Invocation],
        _ => [],
    };

    /// <summary>The statements directly inside of a statement.</summary>
    public static IEnumerable<Stmt> PartsOf(Stmt statement) => statement switch
    {
        If s => s.Then.Concat(s.Else),
        While s => s.Body,
        Locked s => s.Body,
        ReadUnder s => s.Body,
        _ => [],
    };
}
