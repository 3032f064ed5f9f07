namespace Vm.Vocabulary;

/// <summary>
/// How much a component checks while it runs, as a type argument: the runtime compiles each mode by itself and in
/// <see cref="Off"/> the checks leave no code. Each property includes those before it.
/// </summary>
public interface ICheckMode
{
    /// <summary>
    /// What holds also while other threads are inside of operations: lock clauses, assertions, and of requires and ensures those that read only
    /// what held locks or an owner keep still.
    /// </summary>
    static abstract bool Locks { get; }

    /// <summary>In addition all requires and ensures, and the invariants instantiated at what the operation touched.</summary>
    static abstract bool Contracts { get; }

    /// <summary>In addition the whole catalogue of invariants over all rows.</summary>
    static abstract bool Full { get; }
}

/// <summary>The body and nothing else.</summary>
public readonly struct Off : ICheckMode
{
    /// <inheritdoc/>
    public static bool Locks => false;

    /// <inheritdoc/>
    public static bool Contracts => false;

    /// <inheritdoc/>
    public static bool Full => false;
}

/// <summary>Locks, assertions and steady clauses, for several threads at once.</summary>
public readonly struct Locks : ICheckMode
{
    static bool ICheckMode.Locks => true;

    /// <inheritdoc/>
    public static bool Contracts => false;

    /// <inheritdoc/>
    public static bool Full => false;
}

/// <summary>Locks and contracts, for threads that take turns.</summary>
public readonly struct Contracts : ICheckMode
{
    /// <inheritdoc/>
    public static bool Locks => true;

    static bool ICheckMode.Contracts => true;

    /// <inheritdoc/>
    public static bool Full => false;
}

/// <summary>Locks, contracts and all invariants.</summary>
public readonly struct Full : ICheckMode
{
    /// <inheritdoc/>
    public static bool Locks => true;

    /// <inheritdoc/>
    public static bool Contracts => true;

    static bool ICheckMode.Full => true;
}
