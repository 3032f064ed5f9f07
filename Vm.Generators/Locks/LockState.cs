using System.Collections.Immutable;

namespace Vm.Generators.Locks;

/// <summary>A lock that is held.</summary>
/// <param name="LockClass">Member of the lock order.</param>
/// <param name="Row">The row with the lock; null: it is the state's own.</param>
/// <param name="Clause">Number of the contract's clause by which the caller holds it; -1: it was taken here.</param>
/// <param name="ReadOnly">It is not taken, but what it guards is read as if it were.</param>
sealed record HeldLock(string LockClass, Term? Row, int Clause = -1, bool ReadOnly = false);

/// <summary>The row that a ref local is bound to.</summary>
sealed record BoundRow(string Table, Term Row);

/// <summary>What is known at one point of a path.</summary>
sealed record LockState
{
    public Facts Facts { get; init; } = Facts.None;

    public ImmutableDictionary<string, Term> Locals { get; init; } = ImmutableDictionary<string, Term>.Empty;

    public ImmutableDictionary<string, BoundRow> Aliases { get; init; } = ImmutableDictionary<string, BoundRow>.Empty;

    /// <summary>Fields, as <c>Table.Field</c>, and scalars that are not as at entry.</summary>
    public ImmutableDictionary<string, FieldHeap> Heap { get; init; } = ImmutableDictionary<string, FieldHeap>.Empty;

    /// <summary>The heap when the catalogue held last: at entry, or when an operation returned.</summary>
    public ImmutableDictionary<string, FieldHeap> Consistent { get; init; } = ImmutableDictionary<string, FieldHeap>.Empty;

    public ImmutableList<HeldLock> Held { get; init; } = [];

    /// <summary>Rows that belong to the operation alone.</summary>
    public ImmutableList<Term> Owned { get; init; } = [];

    /// <summary>The state if a formula is true; null if it cannot be.</summary>
    public LockState? Assume(Term formula) => Facts.Assume(formula) is { } facts ? this with { Facts = facts } : null;

    public bool Owns(Term row) => Owned.Any(owned => Facts.AreEqual(owned, row));

    public LockState Own(Term row) => Owns(row) ? this : this with { Owned = Owned.Add(row) };

    /// <summary>Whatever may be the row is owned no longer.</summary>
    public LockState GiveUp(Term row) => this with { Owned = Owned.RemoveAll(owned => !Facts.AreDifferent(owned, row)) };

    public HeldLock? Find(string lockClass, Term? row, bool write = false) => Held.FirstOrDefault(held =>
        held.LockClass == lockClass && !(write && held.ReadOnly)
        && (row is null ? held.Row is null : held.Row is not null && Facts.AreEqual(held.Row, row)));
}
