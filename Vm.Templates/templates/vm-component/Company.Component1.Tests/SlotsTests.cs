using Vm.Vocabulary;

namespace Company.Component1.Tests;

public sealed class SlotsTests
{
    static readonly SlotId first = new(1);

    readonly SlotState state = new(slots: 2);
    readonly Slots<Full> slots;

    public SlotsTests() => slots = new(state);

    [Fact]
    public void Take_AFreeSlot_IsCounted()
    {
        using (state.Lock.Enter())
        {
            slots.Take(first);
            Assert.Equal(1, state.Taken);
        }
    }

    [Fact]
    public void Give_APinnedSlot_LeavesNoMark()
    {
        using (state.Lock.Enter())
        {
            slots.Take(first);
            state.Slots[first].IsPinned = true;
            slots.Give(first);
            Assert.False(state.Slots[first].IsPinned);
            Assert.Equal(0, state.Taken);
        }
    }

    [Fact]
    public void Take_Twice_IsStopped()
    {
        using (state.Lock.Enter())
        {
            slots.Take(first);
            var stop = Assert.Throws<CheckFailedException>(() => slots.Take(first));
            Assert.Equal("IsFree", stop.Clause);
        }
    }
}
