namespace Vm.Vocabulary;

/// <summary>
/// The watched locks that each thread holds, and the check of their order: a thread that waits for a lock holds only locks that
/// come before it. Locks of one class may be taken in any order: which of two rows comes first is the callers' affair.
/// </summary>
public static class HeldLocks
{
    [ThreadStatic]
    static List<LockId>? held;

    /// <summary>The watched locks that the calling thread holds, the first taken first.</summary>
    public static IReadOnlyList<LockId> OfThisThread => Held;

    /// <summary>Forgets all locks of the calling thread, which leaves them as they are, together with what they guard.</summary>
    public static void ForgetAll() => Held.Clear();

    static List<LockId> Held => held ??= [];

    /// <summary>The thread is about to wait for a lock.</summary>
    /// <exception cref="CheckFailedException">It holds one that comes behind.</exception>
    internal static void Waiting(LockId wanted)
    {
        if (Interleaving.Current is { ChecksOrder: false }) return;

        foreach (var other in Held)
        {
            if (other.Class.Member.GetType() != wanted.Class.Member.GetType()) continue;
            if (other.Class.Rank > wanted.Class.Rank) throw AgainstOrder(other.Class, wanted.Class);
            LockOrderGraph.Enter(other.Class, wanted.Class);
        }

        LockOrderGraph.Enter(null, wanted.Class);
    }

    internal static void Taken(LockId which) => Held.Add(which);

    /// <summary>Forgets a lock. One that was held before it was watched is not there.</summary>
    internal static void GivenBack(LockId which)
    {
        var index = Held.LastIndexOf(which);
        if (index >= 0) Held.RemoveAt(index);
    }

    static CheckFailedException AgainstOrder(LockClass inner, LockClass outer)
    {
        var (first, second) = LockOrderGraph.StackOf(outer, inner) is { } nested
            ? ($"{inner} was first taken while {outer} was held", nested)
            : ($"{inner} was first taken", LockOrderGraph.StackOf(null, inner));
        return new CheckFailedException(
            "Lock.Acquire", "LockOrder", $"{outer} is taken before {inner}, not while {inner} is held",
            notes: $"{outer} is taken while {inner} is held:{Environment.NewLine}{LockOrderGraph.StackHere()}{Environment.NewLine}"
                + $"{first}:{Environment.NewLine}{second}");
    }
}
