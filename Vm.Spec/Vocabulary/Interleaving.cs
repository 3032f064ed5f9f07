namespace Vm.Vocabulary;

/// <summary>
/// Whoever decides which thread goes on. A thread that has one asks it before each step that other threads could see: taking and
/// giving back a watched lock, and the end of a read section.
/// </summary>
public interface IInterleaving
{
    /// <summary>Whether a lock taken against the order stops the thread; otherwise it may come to the deadlock.</summary>
    bool ChecksOrder { get; }

    /// <summary>Returns when the thread may take the lock, which is then free.</summary>
    void Acquire(LockId which);

    /// <summary>Returns when the thread may try to take the lock.</summary>
    void TryAcquire(LockId which);

    /// <summary>Returns when the thread may give the lock back.</summary>
    void Release(LockId which);

    /// <summary>Returns when the thread may do something that no lock protects.</summary>
    void Step(string action);

    /// <summary>Returns when the thread may look whether what it read without the lock counts.</summary>
    void EndRead(LockId which);
}

/// <summary>The calling thread's <see cref="IInterleaving"/>.</summary>
public static class Interleaving
{
    [ThreadStatic]
    static IInterleaving? current;

    /// <summary>Null for a thread that nobody decides about.</summary>
    public static IInterleaving? Current
    {
        get => current;
        set => current = value;
    }

    /// <summary>A step between two looks at what no lock protects, which only code that is wrong on purpose has.</summary>
    public static void Step(string action) => current?.Step(action);
}
