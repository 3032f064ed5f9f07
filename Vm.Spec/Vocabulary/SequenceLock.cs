using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// A spinning lock whose readers do not write it (a sequence lock). A free lock is a version, which every holder leaves changed:
/// who reads without the lock compares it before and behind, and takes the lock if somebody came in between. A field, never copied.
/// A watched lock also knows its class: it never looks free to the short way, as a <see cref="SimpleLock"/>.
/// </summary>
public struct SequenceLock
{
    // Held: both marks, and the owner's thread number between them, or that of no thread, as in SimpleLock. Free: neither, and the
    // version between them. So a held word without its greatest bit is neither a held word nor a free one. Watched: in any case the
    // greatest bit, then the code of its class, which is not 0, and the owner's number or the version in the bits that are left.
    const uint Held = Greatest | 1;
    const uint Greatest = 1u << 31;
    const uint Step = 2;
    const int ClassAt = 25;
    const uint Class = (uint)LockClass.Most << ClassAt;

    uint word;

    /// <summary>Whether the calling thread holds the lock.</summary>
    public readonly bool IsHeld => (Volatile.Read(in word) & ~Class) == Mine;

    /// <summary>Whether any thread holds the lock.</summary>
    public readonly bool IsLocked => (Volatile.Read(in word) & 1) != 0;

    readonly uint Version => Volatile.Read(in word) & ~Greatest;

    static uint Mine => MarkedBy(ThisThread.Number);

    static uint Unnamed => MarkedBy(ThisThread.Unnamed);

    static uint MarkedBy(int thread) => Held | ((uint)thread * Step);

    /// <summary>Takes the lock for a <c>using</c> block; spins while another thread holds it.</summary>
    /// <exception cref="CheckFailedException">The calling thread already holds it, or a watched lock that comes behind it.</exception>
    [UnscopedRef]
    public SequenceScope Enter() => EnterFor(Mine);

    /// <summary><see cref="Enter()"/> for a component's own bodies, see <see cref="SimpleLock.Enter{TMode}"/>.</summary>
    /// <typeparam name="TMode">The component's mode.</typeparam>
    [UnscopedRef]
    public SequenceScope Enter<TMode>() where TMode : struct, ICheckMode => EnterFor(MarkedBy(ThisThread.Mark<TMode>()));

    /// <summary>Begins to read what the lock guards, without taking it.</summary>
    [UnscopedRef]
    public ReadSection BeginRead() => new(ref this, Version, canBeWatched: true);

    /// <summary>
    /// <see cref="BeginRead()"/> for a component's own bodies. In a mode that does not check locks, what is read under a watched lock is
    /// always stale: to ask whether the lock is watched would be a call behind every read, which all that was read has to outlive.
    /// </summary>
    /// <typeparam name="TMode">The component's mode.</typeparam>
    [UnscopedRef]
    public ReadSection BeginRead<TMode>() where TMode : struct, ICheckMode => new(ref this, Version, TMode.Locks);

    /// <summary>Whether the lock was free at this version and nobody has held it since. What was read before stays before.</summary>
    internal bool IsUnchanged(uint version, bool canBeWatched)
    {
        Volatile.ReadBarrier();
        return word == version || (canBeWatched && IsUnchangedWatched(version));
    }

    /// <summary>From now on the lock tells who takes it. No other thread may use it meanwhile.</summary>
    public void Watch(LockClass lockClass) => word = (word & ~Class) | Greatest | ((uint)lockClass.Code << ClassAt);

    internal void Release(uint version)
    {
        if (word == Unnamed) Volatile.Write(ref word, (version + Step) & ~Greatest);
        else ReleaseSlow(version);
    }

    [UnscopedRef]
    SequenceScope EnterFor(uint mine)
    {
        var version = Volatile.Read(in word);
        if (IsOfHolder(version) || Interlocked.CompareExchange(ref word, mine, version) != version) version = EnterSlow(mine);
        return new SequenceScope(ref this, version);
    }

    // A free watched lock takes the long way, too.
    static bool IsOfHolder(uint word) => (word & Greatest) != 0;

    static bool IsWatched(uint word) => IsOfHolder(word) && (word & Class) != 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    uint EnterSlow(uint mine)
    {
        if ((word & ~Class) == Mine)
            throw new CheckFailedException("SequenceLock.Enter", "LockNotHeld", $"a thread takes a lock{OfClass} that it does not hold already");
        if (IsWatched(word)) return EnterWatched(Mine);

        var spinner = new SpinWait();
        while (true)
        {
            var version = Volatile.Read(in word);
            if (!IsOfHolder(version) && Interlocked.CompareExchange(ref word, mine, version) == version) return version;
            spinner.SpinOnce();
        }
    }

    uint EnterWatched(uint mine)
    {
        var id = Id;
        HeldLocks.Waiting(id);
        Interleaving.Current?.Acquire(id);
        var spinner = new SpinWait();
        while (true)
        {
            var free = Volatile.Read(in word) & ~1u;
            if (Interlocked.CompareExchange(ref word, mine | (free & Class), free) == free)
            {
                HeldLocks.Taken(id);
                return free;
            }

            spinner.SpinOnce();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    void ReleaseSlow(uint version)
    {
        if (word == Mine)
        {
            Volatile.Write(ref word, (version + Step) & ~Greatest);
            return;
        }

        if ((word & ~Class) != Mine && (word & ~Class) != Unnamed)
            throw new CheckFailedException("SequenceLock.Release", "LockHeld", $"a lock{OfClass} is released by the thread that holds it");

        var id = Id;
        Interleaving.Current?.Release(id);
        var mark = Greatest | Class;
        Volatile.Write(ref word, (word & mark) | ((version + Step) & ~mark));
        HeldLocks.GivenBack(id);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    bool IsUnchangedWatched(uint version)
    {
        if (!IsWatched(word)) return false;

        Interleaving.Current?.EndRead(Id);
        return (Volatile.Read(in word) & ~Greatest) == version && (version & 1) == 0;
    }

    LockId Id
    {
        [UnscopedRef]
        get => LockId.Of((int)((word & Class) >> ClassAt), ref word);
    }

    readonly string OfClass => IsWatched(word) ? $" of class {LockClass.WithCode((int)((word & Class) >> ClassAt))}" : "";
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
/// operation hands over to one of the same contract, which takes the lock:
/// <code>
/// ReadSection read = row.Lock.BeginRead&lt;TMode&gt;();
/// ...
/// if (read.IsStale) return FindLocked(row);
/// </code>
/// So up to there an operation changes nothing but its locals; the lowering refuses anything else.
/// </summary>
public readonly ref struct ReadSection
{
    readonly ref SequenceLock free;
    readonly uint version;
    readonly bool canBeWatched;

    internal ReadSection(ref SequenceLock free, uint version, bool canBeWatched)
    {
        this.free = ref free;
        this.version = version;
        this.canBeWatched = canBeWatched;
    }

    /// <summary>Whether somebody held the lock when the reading began, or since.</summary>
    public bool IsStale => !free.IsUnchanged(version, canBeWatched);
}
