namespace Vm.Explore;

/// <summary>Repeats a schedule.</summary>
sealed class Repetition(Schedule schedule) : IChooser
{
    int step;

    /// <exception cref="ScheduleException">The schedule's next thread cannot go on.</exception>
    public int Choose(int current, IReadOnlyList<int> enabled)
    {
        if (step == schedule.Threads.Count) return enabled.Contains(current) ? current : enabled[0];

        var chosen = schedule.Threads[step++];
        return enabled.Contains(chosen)
            ? chosen
            : throw new ScheduleException($"step {step} is not thread {chosen + 1}'s: those that can go on are {string.Join(", ", enabled.Select(thread => thread + 1))}");
    }
}

/// <summary>A schedule is not one of the scenario's. The message says where.</summary>
public sealed class ScheduleException(string message) : Exception(message);
