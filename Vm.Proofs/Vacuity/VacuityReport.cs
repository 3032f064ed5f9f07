namespace Vm.Proofs;

/// <summary>Whether what is proved about an exit is about anything.</summary>
public enum ExitVerdict
{
    /// <summary>The component was run from a small state, with all checks on, and returned there.</summary>
    Reached,

    /// <summary>The solver has values for what is known at the exit, but no run gets there.</summary>
    Consistent,

    /// <summary>What is known at the exit contradicts itself, so everything can be proved there: a contract or invariant is wrong.</summary>
    Vacuous,

    /// <summary>
    /// No run gets there, and within its limit the solver found neither a contradiction nor values: not shown to contradict itself, and not
    /// shown to be about anything. Or the solver failed.
    /// </summary>
    Unknown,
}

/// <summary>A place where an operation returns, and whether anything gets there.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Place">The return.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Note">Why it is not better.</param>
public sealed record ExitResult(string Operation, SourcePlace Place, ExitVerdict Verdict, string? Note);

/// <summary>The exits of all operations.</summary>
/// <param name="Solver">The solver that answered.</param>
/// <param name="Exits">The exits, by operation and in the order of the text.</param>
public sealed record VacuityReport(SolverInfo Solver, IReadOnlyList<ExitResult> Exits)
{
    /// <summary>The number of exits with this verdict.</summary>
    public int Count(ExitVerdict verdict) => Exits.Count(exit => exit.Verdict == verdict);
}
