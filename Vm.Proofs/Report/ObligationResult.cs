namespace Vm.Proofs;

/// <summary>What became of an obligation.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Time">Time to make the questions and to answer them.</param>
/// <param name="Counterexample">For an obligation that is not proved, what was found in a small scope.</param>
/// <param name="Note">The reason of an outcome that is neither proved nor refuted.</param>
public sealed record ObligationResult(
    Obligation Obligation, Outcome Outcome, TimeSpan Time, Counterexample? Counterexample, string? Note)
{
    /// <summary>What the proof took, in the solver's own measure, which is the same on every machine; 0 if the solver was not asked.</summary>
    public long Effort { get; init; }

    /// <summary>If hints were to be recorded and the proof was dear, the names of facts that were enough.</summary>
    internal IReadOnlySet<uint>? Hint { get; init; }

    /// <summary>Where the outcome comes from.</summary>
    public Evidence Evidence { get; init; } = Evidence.Solver;
}
