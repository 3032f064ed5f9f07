namespace Vm.Proofs;

/// <summary>The result of proving a component.</summary>
/// <param name="Solver">The solver that answered.</param>
/// <param name="IrVersion">Version of the intermediate representation.</param>
/// <param name="IrHash">Hash of the intermediate representation that the obligations were made from.</param>
/// <param name="Results">One result for each obligation, in the order of operations and of their text.</param>
/// <param name="Trusted">What the proofs rest on without proving it.</param>
/// <param name="SolverTime">Time in the solver, over all threads.</param>
/// <param name="WallTime">Time from start to end.</param>
public sealed record ProofReport(
    SolverInfo Solver,
    string IrVersion,
    string IrHash,
    IReadOnlyList<ObligationResult> Results,
    IReadOnlyList<TrustedItem> Trusted,
    TimeSpan SolverTime,
    TimeSpan WallTime)
{
    /// <summary>The number of obligations that ended so.</summary>
    public int Count(Outcome outcome) => Results.Count(r => r.Outcome == outcome);

    /// <summary>The number of obligations whose outcome comes from there.</summary>
    public int Count(Evidence evidence) => Results.Count(r => r.Evidence == evidence);

    /// <summary>Of which whole this is a part; null for the whole.</summary>
    public ReportPart? Part { get; init; }

    /// <summary>What did not go well without making the result wrong: a cache that could not be read or written.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
