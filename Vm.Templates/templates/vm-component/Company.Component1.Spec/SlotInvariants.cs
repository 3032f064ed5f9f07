using Vm.Vocabulary;

namespace Company.Component1;

/// <summary>What holds between operations.</summary>
public static class SlotInvariants
{
    /// <summary>The count.</summary>
    [Invariant("the number taken is the number of slots that are taken", WholeState = true)]
    public static bool TakenCount(SlotState s) => s.Taken == Spec.Count(s.Slots, slot => s.Slots[slot].IsTaken);

    /// <summary>Marks of free slots.</summary>
    [Invariant("a slot that is free is not pinned")]
    public static bool FreeIsNotPinned(SlotState s, SlotId slot) => s.Slots[slot].IsTaken || !s.Slots[slot].IsPinned;
}
