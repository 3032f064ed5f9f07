using Vm.Vocabulary;

namespace Company.Component1;

/// <summary>The whole state: a row for each slot, and the number of those that are taken.</summary>
[State]
public sealed class SlotState(int slots)
{
    /// <summary>The slots.</summary>
    public readonly Table<SlotId, Slot> Slots = new(slots);

    /// <summary>The lock of everything.</summary>
    [LockClass(SlotLock.All)]
    public SimpleLock Lock;

    /// <summary>How many are taken.</summary>
    [GuardedBy(SlotLock.All)]
    public int Taken;
}

/// <summary>The locks, outermost first.</summary>
[LockOrder]
public enum SlotLock
{
    /// <summary>The lock of everything.</summary>
    All,
}

/// <summary>The name of a slot; 0 is none.</summary>
[Handle(Nullable = true)]
public readonly record struct SlotId(uint V) : IHandle<SlotId>
{
    /// <inheritdoc/>
    public static bool IsNullable => true;

    /// <summary>Whether this is no slot.</summary>
    public bool IsNull => V == 0;

    /// <inheritdoc/>
    public static SlotId Of(uint index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => IsNull ? "no slot" : $"slot {V}";
}

/// <summary>A slot, in one byte.</summary>
[Packed(8)]
public partial struct Slot
{
    /// <summary>Somebody has it.</summary>
    [Bits(0, 0, 1), GuardedBy(SlotLock.All)]
    public partial bool IsTaken { readonly get; set; }

    /// <summary>It is given back only at the end.</summary>
    [Bits(0, 1, 1), GuardedBy(SlotLock.All)]
    public partial bool IsPinned { readonly get; set; }
}
