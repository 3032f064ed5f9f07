using Vm.Vocabulary;

namespace Company.Component1;

/// <summary>Contract of giving a slot back.</summary>
[Contract]
[MustHold(SlotLock.All)]
[Modifies("slot.IsTaken", "slot.IsPinned", "Taken")]
public static partial class GiveContract
{
    /// <summary>The slot is the caller's.</summary>
    [Requires("the slot exists and is taken")]
    public static bool IsTaken(SlotState s, SlotId slot) => !slot.IsNull && s.Slots[slot].IsTaken;

    /// <summary>Anybody can have it.</summary>
    [Ensures("the slot is free")]
    public static bool IsFree(SlotState s, SlotId slot) => !s.Slots[slot].IsTaken;
}
