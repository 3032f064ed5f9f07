using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// A spinning lock whose readers do not write it (a sequence lock). A free lock is a version, which every holder leaves changed:
/// who reads without the lock compares it before and behind, and reads again if somebody came in between. A field, never copied.
/// </summary>
public struct SequenceLock
{
    const uint Held = 1u << 31;

    // Held: the owner's thread number and the mark. Free: the version.
    uint word;

    /// <summary>Whether the calling thread holds the lock.</summary>
    public readonly bool IsHeld => Volatile.Read(in word) == Mine;

    /// <summary>Whether any thread holds the lock.</summary>
    public readonly bool IsLocked => (Volatile.Read(in word) & Held) != 0;

    static uint Mine => Held | (uint)Environment.CurrentManagedThreadId;

    /// <summary>Takes the lock for a <c>using</c> block; spins while another thread holds it.</summary>
    /// <exception cref="CheckFailedException">The calling thread already holds it.</exception>
    [UnscopedRef]
    public SequenceScope Enter()
    {
        var version = Volatile.Read(in word);
        if ((version & Held) != 0 || Interlocked.CompareExchange(ref word, Mine, version) != version) version = EnterSlow();
        return new SequenceScope(ref this, version);
    }

    /// <summary>Begins to read what the lock guards, without taking it.</summary>
    [UnscopedRef]
    public ReadSection BeginRead() => new(ref this, Volatile.Read(in word));

    /// <summary>Whether the lock was free at this version and nobody has held it since. What was read before stays before.</summary>
    internal readonly bool IsUnchanged(uint version)
    {
        Volatile.ReadBarrier();
        return (version & Held) == 0 && word == version;
    }

    /// <summary>Spins until the lock is free.</summary>
    /// <exception cref="CheckFailedException">The calling thread holds it.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal readonly uint AwaitFree()
    {
        if (IsHeld)
            throw new CheckFailedException("SequenceLock.Enter", "LockNotHeld", "a thread takes or reads under a lock that it does not hold already");

        var spinner = new SpinWait();
        uint version;
        while (((version = Volatile.Read(in word)) & Held) != 0) spinner.SpinOnce();
        return version;
    }

    internal void Release(uint version)
    {
        if (word != Mine)
            throw new CheckFailedException("SequenceLock.Release", "LockHeld", "a lock is released by the thread that holds it");
        Volatile.Write(ref word, (version + 1) & ~Held);
    }

    uint EnterSlow()
    {
        uint version;
        do version = AwaitFree();
        while (Interlocked.CompareExchange(ref word, Mine, version) != version);
        return version;
    }
}

/// <summary>A held <see cref="SequenceLock"/>; disposing releases it and changes its version.</summary>
public readonly ref struct SequenceScope
{
    readonly ref SequenceLock held;
    readonly uint version;

    internal SequenceScope(ref SequenceLock held, uint version)
    {
        this.held = ref held;
        this.version = version;
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose() => held.Release(version);
}

/// <summary>
/// Reads under a <see cref="SequenceLock"/> that is not taken. What was read counts only if nobody came in between; otherwise the
/// operation begins anew:
/// <code>
/// ReadSection read = row.Lock.BeginRead();
/// ...
/// if (read.MustRepeat()) return FindBody(row);
/// </code>
/// So up to there an operation changes nothing but its locals; the lowering refuses anything else.
/// </summary>
public readonly ref struct ReadSection
{
    readonly ref SequenceLock free;
    readonly uint version;

    internal ReadSection(ref SequenceLock free, uint version)
    {
        this.free = ref free;
        this.version = version;
    }

    /// <summary>Whether somebody held the lock since the reading began. By then the lock is free again.</summary>
    /// <exception cref="CheckFailedException">The calling thread holds the lock.</exception>
    public bool MustRepeat()
    {
        if (free.IsUnchanged(version)) return false;

        free.AwaitFree();
        return true;
    }
}
