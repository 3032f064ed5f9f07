namespace Vm.Proofs;

/// <summary>What the operations of a component do with locks, as their contracts say and the analyzer checks.</summary>
/// <param name="Order">The lock classes, outermost first.</param>
/// <param name="Operations">The operations, by name.</param>
public sealed record LockTable(IReadOnlyList<string> Order, IReadOnlyList<OperationLocks> Operations);

/// <summary>The locks of an operation, each in words: <c>Object of mem.Object when mem.Tabled</c>.</summary>
/// <param name="Operation">The operation.</param>
public sealed record OperationLocks(string Operation)
{
    /// <summary>Locks that the caller holds.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Locks that the caller does not hold.</summary>
    public required IReadOnlyList<string> MustNotHold { get; init; }

    /// <summary>Classes of the locks that the operation takes, itself or in what it calls.</summary>
    public required IReadOnlyList<string> Takes { get; init; }

    /// <summary>Locks that the caller holds at entry and not on return.</summary>
    public required IReadOnlyList<string> Releases { get; init; }

    /// <summary>Locks that the caller holds on return only.</summary>
    public required IReadOnlyList<string> ReturnsHolding { get; init; }

    /// <summary>Rows that are the caller's own at entry.</summary>
    public required IReadOnlyList<string> Owns { get; init; }

    /// <summary>Rows that are not the caller's own any more.</summary>
    public required IReadOnlyList<string> GivesUp { get; init; }

    /// <summary>Rows that are the caller's own on return.</summary>
    public required IReadOnlyList<string> ReturnsOwned { get; init; }

    /// <summary>The place in the order: classes of which a caller may hold a lock, because they are outside of all that are taken.</summary>
    public required IReadOnlyList<string> CalledUnder { get; init; }

    /// <summary>Why the operation may use guarded places without their locks, or null.</summary>
    public string? Unlocked { get; init; }
}
