namespace Vm.Vocabulary;

/// <summary>A spinning lock that knows its owner (the original's <c>simple_lock</c>). A field, never copied.</summary>
public struct SimpleLock
{
    int owner;

    /// <summary>Whether the calling thread holds the lock.</summary>
    public readonly bool IsHeld => Volatile.Read(in owner) == ThisThread.Number;

    /// <summary>Whether any thread holds the lock.</summary>
    public readonly bool IsLocked => Volatile.Read(in owner) != 0;

    /// <summary>Takes the lock (<c>simple_lock</c>); spins while another thread holds it.</summary>
    /// <exception cref="CheckFailedException">The calling thread already holds it.</exception>
    public void Acquire() => AcquireFor(ThisThread.Number);

    /// <summary>Takes the lock if it is free (<c>simple_lock_try</c>).</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryAcquire() =>
        Interlocked.CompareExchange(ref owner, ThisThread.Number, 0) == 0;

    /// <summary>Gives the lock back (<c>simple_unlock</c>).</summary>
    /// <exception cref="CheckFailedException">The calling thread does not hold it.</exception>
    public void Release() => ReleaseFor(ThisThread.Number);

    internal void ReleaseFor(int me)
    {
        if (owner != me) ThrowNotHeld();
        Volatile.Write(ref owner, 0);
    }

    /// <summary>Takes the lock for a <c>using</c> block.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public LockScope Enter()
    {
        var me = ThisThread.Number;
        AcquireFor(me);
        return new LockScope(ref this, me);
    }

    void AcquireFor(int me)
    {
        if (Interlocked.CompareExchange(ref owner, me, 0) != 0) AcquireSlow(me);
    }

    static void ThrowNotHeld() =>
        throw new CheckFailedException("SimpleLock.Release", "LockHeld", "a lock is released by the thread that holds it");

    void AcquireSlow(int me)
    {
        if (owner == me)
            throw new CheckFailedException("SimpleLock.Acquire", "LockNotHeld", "a thread takes a lock that it does not hold already");

        var spinner = new SpinWait();
        while (Interlocked.CompareExchange(ref owner, me, 0) != 0) spinner.SpinOnce();
    }
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
