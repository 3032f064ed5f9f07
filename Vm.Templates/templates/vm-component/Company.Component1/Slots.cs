using Vm.Vocabulary;

namespace Company.Component1;

/// <summary>Slots that are taken and given back.</summary>
/// <typeparam name="TMode">How much is checked while it runs.</typeparam>
/// <param name="state">The slots.</param>
public sealed partial class Slots<TMode>(SlotState state) where TMode : struct, ICheckMode
{
    readonly SlotState s = TMode.Locks ? Watched(state) : state;

    /// <summary>Takes a slot.</summary>
    [Operation(typeof(TakeContract))]
    void TakeBody(SlotId slot)
    {
        s.Slots[slot].IsTaken = true;
        s.Taken++;
    }

    /// <summary>Gives a slot back.</summary>
    [Operation(typeof(GiveContract))]
    void GiveBody(SlotId slot)
    {
        ref Slot row = ref s.Slots[slot];
        row.IsPinned = false;
        row.IsTaken = false;
        s.Taken--;
    }
}
