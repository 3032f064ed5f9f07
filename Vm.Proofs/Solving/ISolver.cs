using Vm.Proofs.Queries;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Solving;

/// <summary>Answers questions. For one thread.</summary>
interface ISolver : IDisposable
{
    /// <summary>What all answers so far took, in the solver's own measure: the same on every machine.</summary>
    long Effort { get; }

    /// <summary>Never throws: a solver that fails is an answer too.</summary>
    /// <returns>The answer, and the reason of one that decides nothing.</returns>
    (Answer Answer, string? Reason) Ask(Query query);

    /// <summary>Of the facts of a question that cannot all be true, some that cannot. Never throws.</summary>
    /// <returns>Null if the solver does not find any.</returns>
    IReadOnlyList<Term>? Conflict(Query query);
}
