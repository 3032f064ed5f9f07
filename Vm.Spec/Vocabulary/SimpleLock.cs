using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// A spinning lock that knows its owner (the original's <c>simple_lock</c>). A field, never copied. A watched lock also knows its
/// class: it never looks free to the short way, so that watching costs nothing where nobody watches.
/// </summary>
public struct SimpleLock
{
    // The owner's number, 0 if it is free. A watched lock has the greatest bit and the code of its class above that.
    const int Watched = 1 << 31;
    const int Owner = ThisThread.Greatest;
    const int ClassAt = 24;

    int word;

    /// <summary>Whether the calling thread holds the lock.</summary>
    public readonly bool IsHeld => (Volatile.Read(in word) & Owner) == ThisThread.Number;

    /// <summary>Whether any thread holds the lock.</summary>
    public readonly bool IsLocked => (Volatile.Read(in word) & Owner) != 0;

    /// <summary>Takes the lock (<c>simple_lock</c>); spins while another thread holds it.</summary>
    /// <exception cref="CheckFailedException">The calling thread already holds it, or a watched lock that comes behind it.</exception>
    public void Acquire() => AcquireFor(ThisThread.Number);

    /// <summary>Takes the lock if it is free (<c>simple_lock_try</c>).</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryAcquire()
    {
        var me = ThisThread.Number;
        return Interlocked.CompareExchange(ref word, me, 0) == 0 || (word < 0 && TryAcquireWatched(me));
    }

    /// <summary>Gives the lock back (<c>simple_unlock</c>).</summary>
    /// <exception cref="CheckFailedException">The calling thread does not hold it.</exception>
    public void Release() => ReleaseFor(ThisThread.Number);

    /// <summary>Takes the lock for a <c>using</c> block.</summary>
    [UnscopedRef]
    public LockScope Enter()
    {
        var me = ThisThread.Number;
        AcquireFor(me);
        return new LockScope(ref this, me);
    }

    /// <summary>From now on the lock tells who takes it. No other thread may use it meanwhile.</summary>
    public void Watch(LockClass lockClass) => word = Watched | (lockClass.Code << ClassAt) | (word & Owner);

    internal void ReleaseFor(int me)
    {
        if (word != me)
        {
            ReleaseSlow(me);
            return;
        }

        Volatile.Write(ref word, 0);
    }

    void AcquireFor(int me)
    {
        if (Interlocked.CompareExchange(ref word, me, 0) != 0) AcquireSlow(me);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void AcquireSlow(int me)
    {
        if ((word & Owner) == me)
            throw new CheckFailedException("SimpleLock.Acquire", "LockNotHeld", $"a thread takes a lock{OfClass} that it does not hold already");

        if (word < 0)
        {
            AcquireWatched(me);
            return;
        }

        var spinner = new SpinWait();
        while (Interlocked.CompareExchange(ref word, me, 0) != 0) spinner.SpinOnce();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void ReleaseSlow(int me)
    {
        if ((word & Owner) != me)
            throw new CheckFailedException("SimpleLock.Release", "LockHeld", $"a lock{OfClass} is released by the thread that holds it");

        var id = Id;
        Interleaving.Current?.Release(id);
        Volatile.Write(ref word, word & ~Owner);
        HeldLocks.GivenBack(id);
    }

    void AcquireWatched(int me)
    {
        var id = Id;
        HeldLocks.Waiting(id);
        Interleaving.Current?.Acquire(id);
        var free = word & ~Owner;
        var spinner = new SpinWait();
        while (Interlocked.CompareExchange(ref word, free | me, free) != free) spinner.SpinOnce();
        HeldLocks.Taken(id);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool TryAcquireWatched(int me)
    {
        var id = Id;
        Interleaving.Current?.TryAcquire(id);
        var free = word & ~Owner;
        if (Interlocked.CompareExchange(ref word, free | me, free) != free) return false;

        HeldLocks.Taken(id);
        return true;
    }

    LockId Id
    {
        [UnscopedRef]
        get => LockId.Of((word & ~Watched) >> ClassAt, ref word);
    }

    readonly string OfClass => word < 0 ? $" of class {LockClass.WithCode((word & ~Watched) >> ClassAt)}" : "";
}

/// <summary>A held <see cref="SimpleLock"/>; disposing releases it.</summary>
public readonly ref struct LockScope
{
    readonly ref SimpleLock held;
    readonly int owner;

    internal LockScope(ref SimpleLock held, int owner)
    {
        this.held = ref held;
        this.owner = owner;
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose() => held.ReleaseFor(owner);
}
