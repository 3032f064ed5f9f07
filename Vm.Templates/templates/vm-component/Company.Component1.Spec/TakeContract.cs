using Vm.Vocabulary;

namespace Company.Component1;

/// <summary>Contract of taking a slot.</summary>
[Contract]
[MustHold(SlotLock.All)]
[Modifies("slot.IsTaken", "Taken")]
public static partial class TakeContract
{
    /// <summary>The slot can be taken.</summary>
    [Requires("the slot exists and is free")]
    public static bool IsFree(SlotState s, SlotId slot) => !slot.IsNull && !s.Slots[slot].IsTaken;

    /// <summary>The slot is the caller's.</summary>
    [Ensures("the slot is taken")]
    public static bool IsTaken(SlotState s, SlotId slot) => s.Slots[slot].IsTaken;
}
