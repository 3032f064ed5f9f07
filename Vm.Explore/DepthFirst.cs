namespace Vm.Explore;

/// <summary>
/// All schedules with at most so many preemptions, one after the other: the choices of the last one, of which the last that has
/// another way is changed. A preemption takes the turn from a thread that could go on.
/// </summary>
/// <param name="bound">The greatest number of preemptions.</param>
sealed class DepthFirst(int bound) : IChooser
{
    readonly List<Fork> forks = [];
    int depth;
    int preemptions;

    public int Choose(int current, IReadOnlyList<int> enabled)
    {
        var canGoOn = enabled.Contains(current);
        if (enabled.Count == 1 || (canGoOn && preemptions == bound)) return canGoOn ? current : enabled[0];

        if (depth == forks.Count) forks.Add(new(canGoOn ? [current, .. enabled.Where(thread => thread != current)] : [.. enabled]));
        var fork = forks[depth++];
        if (!fork.Ways.Order().SequenceEqual(enabled))
            throw new InvalidOperationException("the scenario does not do the same in the same schedule");

        var chosen = fork.Ways[fork.Taken];
        if (canGoOn && chosen != current) preemptions++;
        return chosen;
    }

    /// <summary>Begins the next schedule.</summary>
    /// <returns>False if there is none.</returns>
    public bool Next()
    {
        while (forks.Count > 0 && forks[^1].Taken == forks[^1].Ways.Count - 1) forks.RemoveAt(forks.Count - 1);
        if (forks.Count == 0) return false;

        forks[^1].Taken++;
        (depth, preemptions) = (0, 0);
        return true;
    }

    sealed class Fork(IReadOnlyList<int> ways)
    {
        public IReadOnlyList<int> Ways => ways;

        public int Taken { get; set; }
    }
}
