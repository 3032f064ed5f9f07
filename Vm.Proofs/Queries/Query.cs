using Vm.Proofs.Terms;

namespace Vm.Proofs.Queries;

/// <summary>
/// A question to a solver: formulas without quantifiers. If no values satisfy them all, the condition that they were made
/// from holds.
/// </summary>
/// <param name="Facts">What is known, and the negated goal.</param>
sealed record Query(IReadOnlyList<Term> Facts)
{
    /// <summary>The effort that the question is worth, in the solver's own measure; 0 for as much as the options allow.</summary>
    public uint Effort { get; init; }
}
