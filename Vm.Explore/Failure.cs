namespace Vm.Explore;

/// <summary>How a schedule fails.</summary>
public enum FailureKind
{
    /// <summary>Each thread that is left waits for a lock that another one holds.</summary>
    Deadlock,

    /// <summary>Somebody sleeps whom nobody will wake.</summary>
    Asleep,

    /// <summary>A check stopped a thread.</summary>
    Stopped,

    /// <summary>Something is wrong while no thread holds a lock, or at the end.</summary>
    Broken,

    /// <summary>The threads take more steps than a scenario may have.</summary>
    Endless,
}

/// <summary>A schedule that fails, and how.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Message">What is wrong, in a line.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="Steps">Its steps.</param>
public sealed record Failure(FailureKind Kind, string Message, Schedule Schedule, IReadOnlyList<Step> Steps);
