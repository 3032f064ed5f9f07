using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// A spinning lock that knows its owner (the original's <c>simple_lock</c>). A field, never copied. A watched lock also knows its
/// class: it never looks free to the short way, so that watching costs nothing where nobody watches.
/// </summary>
public struct SimpleLock
{
    // The owner's number, 0 if it is free, and that of no thread if it was taken in a mode that does not check locks. A watched lock
    // has the greatest bit and the code of its class above that, and knows its owner in any mode.
    const int Watched = 1 << 31;
    const int Owner = ThisThread.Bits;
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
    public void Release()
    {
        var me = ThisThread.Number;
        if (word == me) Volatile.Write(ref word, 0);
        else ReleaseSlow(me);
    }

    /// <summary>Takes the lock for a <c>using</c> block.</summary>
    [UnscopedRef]
    public LockScope Enter() => EnterFor(ThisThread.Number);

    /// <summary>
    /// <see cref="Enter()"/> for a component's own bodies. In a mode that does not check locks, a lock that nobody watches does not learn
    /// its owner: nobody asks, and to find out who it is takes as long as the lock. So a body that takes it twice waits for ever, and
    /// <see cref="IsHeld"/> is false; the proof excludes the one, and a component that checks watches its locks. A lock that the body gives
    /// back in between by <see cref="Release"/> is taken by <see cref="Enter()"/>.
    /// </summary>
    /// <typeparam name="TMode">The component's mode.</typeparam>
    [UnscopedRef]
    public LockScope Enter<TMode>() where TMode : struct, ICheckMode => EnterFor(ThisThread.Mark<TMode>());

    /// <summary>From now on the lock tells who takes it. No other thread may use it meanwhile.</summary>
    public void Watch(LockClass lockClass) => word = Watched | (lockClass.Code << ClassAt) | (word & Owner);

    /// <summary><see cref="Release"/> of what <see cref="Enter{TMode}"/> took.</summary>
    internal void Leave()
    {
        if (word == ThisThread.Unnamed) Volatile.Write(ref word, 0);
        else Release();
    }

    [UnscopedRef]
    LockScope EnterFor(int me)
    {
        AcquireFor(me);
        return new LockScope(ref this);
    }

    void AcquireFor(int me)
    {
        if (Interlocked.CompareExchange(ref word, me, 0) != 0) AcquireSlow(me);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void AcquireSlow(int me)
    {
        if ((word & Owner) == ThisThread.Number)
            throw new CheckFailedException("SimpleLock.Acquire", "LockNotHeld", $"a thread takes a lock{OfClass} that it does not hold already");

        if (word < 0)
        {
            AcquireWatched(ThisThread.Number);
            return;
        }

        var spinner = new SpinWait();
        while (Interlocked.CompareExchange(ref word, me, 0) != 0) spinner.SpinOnce();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void ReleaseSlow(int me)
    {
        var owner = word & Owner;
        if (owner != me && (word >= 0 || owner != ThisThread.Unnamed))
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

    internal LockScope(ref SimpleLock held) => this.held = ref held;

    /// <summary>Releases the lock.</summary>
    public void Dispose() => held.Leave();
}
