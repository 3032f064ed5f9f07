namespace Vm.Proofs;

/// <summary>Why an obligation holds, or what is known where it does not.</summary>
/// <param name="Result">The obligation and its outcome.</param>
/// <param name="Known">How many facts were known at the place: invariants, requires clauses, and what the body did up to there.</param>
/// <param name="Instances">How many formulas the solver was given: the facts, stated for the rows in question, and the negated goal.</param>
/// <param name="Used">The formulas of which the solver's proof consists, the negated goal among them; empty if there is no proof.</param>
public sealed record Explanation(ObligationResult Result, int Known, int Instances, IReadOnlyList<string> Used);
