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
    /// <summary>Where the outcome comes from.</summary>
    public Evidence Evidence { get; init; } = Evidence.Solver;
}
