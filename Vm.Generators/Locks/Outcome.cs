namespace Vm.Generators.Locks;

/// <summary>The ends of the paths through a piece of a body.</summary>
/// <param name="Next">They go on behind it.</param>
/// <param name="Breaks">They leave the loop around it.</param>
/// <param name="Continues">They begin the loop around it anew.</param>
/// <param name="Returns">They leave the body, with its result.</param>
sealed record Outcome(
    IReadOnlyList<LockState> Next, IReadOnlyList<LockState> Breaks, IReadOnlyList<LockState> Continues,
    IReadOnlyList<(LockState State, Term? Value)> Returns)
{
    public static readonly Outcome Nowhere = new([], [], [], []);

    public static Outcome To(params IReadOnlyList<LockState> next) => new(next, [], [], []);

    public static Outcome operator +(Outcome left, Outcome right) => new(
        [.. left.Next, .. right.Next], [.. left.Breaks, .. right.Breaks],
        [.. left.Continues, .. right.Continues], [.. left.Returns, .. right.Returns]);

    /// <summary>The same ends after one more step on every path.</summary>
    public Outcome Then(Func<LockState, LockState> step) => new(
        [.. Next.Select(step)], [.. Breaks.Select(step)], [.. Continues.Select(step)], [.. Returns.Select(r => (step(r.State), r.Value))]);
}
