namespace Vm.Kernel;

/// <summary>
/// Sleeping and waking (<c>assert_wait</c>, <c>thread_block</c>, <c>thread_wakeup</c>). A thread declares what it waits for
/// while it still holds the lock that guards the condition, lets go of the lock, and then blocks: a wakeup between the
/// two is not lost.
/// </summary>
public sealed class Events : IEvents
{
    readonly Lock gate = new();
    readonly Dictionary<KernelEvent, List<ManualResetEventSlim>> waiters = [];
    readonly ThreadLocal<ManualResetEventSlim?> declared = new();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It already waits for one.</exception>
    public void AssertWait(KernelEvent what)
    {
        if (declared.Value is not null)
            throw new InvalidOperationException($"the thread already waits when it declares to wait for {what}");

        var woken = declared.Value = new ManualResetEventSlim();
        lock (gate)
        {
            if (!waiters.TryGetValue(what, out var sleepers)) waiters[what] = sleepers = [];
            sleepers.Add(woken);
        }
    }

    /// <inheritdoc/>
    public void ThreadBlock()
    {
        declared.Value?.Wait();
        declared.Value = null;
    }

    /// <inheritdoc/>
    public int Wakeup(KernelEvent what)
    {
        List<ManualResetEventSlim>? sleepers;
        lock (gate) waiters.Remove(what, out sleepers);
        sleepers?.ForEach(woken => woken.Set());
        return sleepers?.Count ?? 0;
    }

    /// <summary>Whether some thread waits for the event.</summary>
    public bool HasWaiter(KernelEvent what)
    {
        lock (gate) return waiters.ContainsKey(what);
    }
}
