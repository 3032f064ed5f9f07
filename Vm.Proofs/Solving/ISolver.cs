using Vm.Proofs.Queries;

namespace Vm.Proofs.Solving;

/// <summary>Answers questions. For one thread.</summary>
interface ISolver : IDisposable
{
    /// <summary>Never throws: a solver that fails is an answer too.</summary>
    /// <returns>The answer, and the reason of one that decides nothing.</returns>
    (Answer Answer, string? Reason) Ask(Query query);
}
