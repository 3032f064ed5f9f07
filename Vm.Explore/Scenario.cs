using Vm.Vocabulary;

namespace Vm.Explore;

/// <summary>A few threads on a small component, of which every interleaving is tried.</summary>
/// <param name="Name">Its name, a word.</param>
/// <param name="Sentence">What the threads do.</param>
/// <param name="Set">Sets the stage anew for each schedule, always in the same way. Its threads are not under way yet.</param>
public sealed record Scenario(string Name, string Sentence, Func<Stage, Play> Set);

/// <summary>A scenario that is ready to begin.</summary>
/// <param name="Threads">The threads.</param>
public sealed record Play(params IReadOnlyList<Actor> Threads)
{
    /// <summary>Throws if something is wrong that must never be so while no thread holds a lock.</summary>
    public Action AtRest { get; init; } = () => { };

    /// <summary>Throws if something is wrong that must not be so when all threads are done.</summary>
    public Action AtEnd { get; init; } = () => { };

    /// <summary>Whether a lock that is taken against the order stops a thread; otherwise it may come to the deadlock.</summary>
    public bool ChecksOrder { get; init; } = true;

    /// <summary>The name of a lock for a reader.</summary>
    public Func<LockId, string> NameOf { get; init; } = which => which.ToString();
}

/// <summary>A thread of a scenario.</summary>
/// <param name="Name">Its name for a reader.</param>
/// <param name="Run">What it does. It takes its own steps by <see cref="Stage"/>, those of locks are known.</param>
public sealed record Actor(string Name, Action Run);
