using Vm.Proofs.Queries;

namespace Vm.Proofs.Solving;

/// <summary>What a condition came to.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Time">What it took, to make the questions and to answer them.</param>
/// <param name="Reason">The reason of an answer that decides nothing.</param>
sealed record Decision(Answer Answer, TimeSpan Time, string? Reason)
{
    /// <summary>What it took, in the solver's own measure.</summary>
    public long Effort { get; init; }

    /// <summary>Whether the facts that a hint names were enough.</summary>
    public bool IsByHint { get; init; }

    /// <summary>The question whose answer this is; null where the goal is plain and nothing was asked.</summary>
    public Query? Asked { get; init; }
}
