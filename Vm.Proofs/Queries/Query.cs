using Vm.Proofs.Terms;

namespace Vm.Proofs.Queries;

/// <summary>
/// A question to a solver: formulas without quantifiers. If no values satisfy them all, the condition that they were made
/// from holds.
/// </summary>
/// <param name="Facts">What is known, and the negated goal.</param>
sealed record Query(IReadOnlyList<Term> Facts);
