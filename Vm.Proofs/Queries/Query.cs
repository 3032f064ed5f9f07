using Vm.Proofs.Terms;

namespace Vm.Proofs.Queries;

/// <summary>
/// A question to a solver: formulas without quantifiers. If no values satisfy them all, the condition that they were made
/// from holds.
/// </summary>
/// <param name="Shared">What is known in several questions. The list grows from one to the next; a new list shares nothing with it.</param>
/// <param name="SharedCount">How much of it is known in this one.</param>
/// <param name="Own">What is known in this one alone, and the negated goal.</param>
sealed record Query(IReadOnlyList<Term> Shared, int SharedCount, IReadOnlyList<Term> Own)
{
    /// <summary>A question that shares nothing with others.</summary>
    public static Query Alone(IReadOnlyList<Term> facts) => new([], 0, facts);

    /// <summary>What is known, and the negated goal.</summary>
    public IReadOnlyList<Term> Facts => [.. Shared.Take(SharedCount), .. Own];
}
