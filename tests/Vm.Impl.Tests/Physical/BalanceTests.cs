using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

/// <summary>Pages move from a segment that is short to one that has memory, with all that is known of them.</summary>
public sealed class BalanceTests
{
    readonly PressedModule<Full> pressed = new(segments: 2);

    ref Segment Segment(uint index) => ref pressed.State.Segments[new SegmentId(index)];

    /// <summary>Fills both segments, the second one first, and frees some pages of the second.</summary>
    PageId[] FillFirstSegment(ObjectId obj)
    {
        var pages = pressed.AllocMany(obj, 30);
        foreach (var mem in pages[..10]) pressed.Free(mem);
        return [.. pages.Where(mem => pressed[mem].Segment == 0)];
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public void Balance_SegmentIsShort_MovesPagesWithTheirState(bool isInternal)
    {
        var obj = pressed.Module.CreateObject(isInternal, 1 << 20);
        var pages = FillFirstSegment(obj);
        var (first, second) = (pages[0], pages[1]);
        var (firstOffset, secondOffset) = (pressed[first].Offset, pressed[second].Offset);
        pressed[first].Dirty = true;
        pressed[second].Precious = true;
        pressed.Deactivate(second);
        var (free, external) = (pressed.State.Segments.Sum(g => pressed.State.Segments[g].FreeCount), pressed.State.ExternalPages);
        var resident = pressed.State.Objects[obj].ResidentPageCount;

        Assert.True(pressed.Balance());

        Assert.True(Segment(0).FreeCount >= PressedModule<Full>.High);
        Assert.True(Segment(1).FreeCount >= PressedModule<Full>.High);
        Assert.Equal(free, Segment(0).FreeCount + Segment(1).FreeCount);
        Assert.Equal((external, resident), (pressed.State.ExternalPages, pressed.State.Objects[obj].ResidentPageCount));

        ref Page moved = ref pressed[pressed.Lookup(obj, firstOffset)];
        Assert.Equal((1, true, true, false), ((int)moved.Segment, moved.Active, moved.Dirty, moved.Busy));
        ref Page movedInactive = ref pressed[pressed.Lookup(obj, secondOffset)];
        Assert.Equal((1, true, true, false), ((int)movedInactive.Segment, movedInactive.Inactive, movedInactive.Precious, movedInactive.Dirty));
        Assert.Contains((pressed[first].Frame, moved.Frame), pressed.Bits.Copies);
        Assert.False(pressed.Bits.IsModified(movedInactive.Frame));
    }

    [Fact]
    public void Balance_InactivePagesOfExternalObjects_MoveFirst()
    {
        var pages = FillFirstSegment(pressed.Module.CreateObject(isInternal: true, 1 << 20));
        pressed.Deactivate(pages[3]);
        pressed.Balance();
        Assert.True(pressed[pages[3]].Free);
    }

    [Fact]
    public void Balance_InactivePageThatWasUsed_StaysReferenced()
    {
        var obj = pressed.Module.CreateObject(isInternal: true, 1 << 20);
        var mem = FillFirstSegment(obj)[0];
        var offset = pressed[mem].Offset;
        pressed.Deactivate(mem);
        pressed.Bits.Referenced.Add(pressed[mem].Frame);

        pressed.Balance();

        ref Page moved = ref pressed[pressed.Lookup(obj, offset)];
        Assert.Equal((true, true), (moved.Inactive, moved.Reference));
    }

    [Fact]
    public void Balance_PagesInUse_StayWhereTheyAre()
    {
        var pages = FillFirstSegment(pressed.Module.CreateObject(isInternal: true, 1 << 20));
        pressed[pages[0]].Busy = true;
        pressed[pages[1]].Wanted = true;
        Assert.True(pressed.Balance());
        Assert.All(pages[..2], mem => Assert.True(pressed[mem].Tabled));
        Assert.True(pressed[pages[2]].Free);
    }

    [Fact]
    public void Balance_ObjectLocked_MovesNothing()
    {
        var obj = pressed.Module.CreateObject(isInternal: true, 1 << 20);
        FillFirstSegment(obj);
        using (pressed.State.Objects[obj].Lock.Enter()) Assert.False(pressed.Balance());
        Assert.Empty(pressed.Bits.Copies);
        Assert.False(pressed.State.Objects[obj].Lock.IsLocked);
    }

    /// <summary>The original asserts that it gets its page, which a thread without privilege does not while allocation is paused.</summary>
    [Fact]
    public void Balance_UnprivilegedWhilePaused_MovesNothing()
    {
        var obj = pressed.Module.CreateObject(isInternal: true, 1 << 20);
        FillFirstSegment(obj);
        Assert.True(pressed.State.AllocPaused);
        Assert.False(pressed.Module.Balance());
        Assert.False(pressed.State.Objects[obj].Lock.IsLocked);
        pressed.Module.CheckInvariants();
    }

    [Fact]
    public void Balance_AllUsable_EndsThePause()
    {
        pressed.State.AllocPaused = true;
        Assert.True(pressed.Balance());
        Assert.Equal((false, -1), (pressed.State.AllocPaused, pressed.State.ExternalLaundryCount));
    }
}
