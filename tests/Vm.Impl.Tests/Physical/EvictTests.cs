using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

/// <summary>Which pages are evicted, and which way they go.</summary>
public sealed class EvictTests
{
    readonly PressedModule<Full> pressed = new();

    ObjectId Object(bool isInternal = true) => pressed.Module.CreateObject(isInternal, 1 << 20);

    [Fact]
    public void Evict_CleanPages_AreFreedSomeAtATime()
    {
        var pages = pressed.AllocMany(Object(), 13);
        Assert.False(pressed.Evict(out var shouldWait));
        Assert.False(shouldWait);
        Assert.Equal(5, pages.Count(mem => pressed[mem].Free));
        Assert.All(pages[..5], mem => Assert.Contains(pressed[mem].Frame, pressed.Bits.Unmapped));
        Assert.Empty(pressed.Returned);
    }

    [Fact]
    public void Evict_PagesOfExternalObjects_GoFirst()
    {
        var mine = pressed.AllocMany(Object(), 7);
        var managed = pressed.AllocMany(Object(isInternal: false), 6);
        pressed.Evict(out _);
        Assert.All(mine, mem => Assert.True(pressed[mem].Tabled));
        Assert.Equal(1, managed.Count(mem => pressed[mem].Tabled));
    }

    [Fact]
    public void Evict_InactivePageThatWasUsed_HasAnotherChance()
    {
        var pages = pressed.AllocMany(Object(), 13);
        foreach (var mem in pages[..6]) pressed.Deactivate(mem);
        pressed.Bits.Referenced.Add(pressed[pages[0]].Frame);

        pressed.Evict(out _);

        Assert.True(pressed[pages[0]].Active);
        Assert.All(pages[1..6], mem => Assert.True(pressed[mem].Free));
        Assert.Equal(1, pressed.Module.Reactivations);
    }

    [Fact]
    public void Evict_DirtyPage_IsInTheLaundryUntilThePagerHasIt()
    {
        var obj = Object();
        var pages = pressed.AllocMany(obj, 15);
        var offset = pressed[pages[0]].Offset;
        pressed.Bits.Modified.Add(pressed[pages[0]].Frame);

        Assert.False(pressed.Evict(out var shouldWait));

        Assert.True(shouldWait);
        Assert.Equal([(obj, offset, true)], pressed.Returned);
        Assert.True(pressed.Lookup(obj, offset).IsNull);
        Assert.Equal(((ushort)1, true, 1), (pressed[pages[0]].WireCount, pressed[pages[0]].Laundry, pressed.State.LaundryCount));
        Assert.Equal(1, pressed.State.WireCount);
        Assert.Equal((0, 0), (pressed.Resumes, pressed.State.Objects[obj].PagingInProgress));
        Assert.Equal(1, pressed.Module.Pageouts);

        pressed.ServePagers();

        Assert.Equal((true, 0, 0), (pressed[pages[0]].Free, pressed.State.LaundryCount, pressed.State.WireCount));
        Assert.Equal(1, pressed.Resumes);
    }

    [Fact]
    public void Evict_PreciousPage_IsReturnedClean()
    {
        var pages = pressed.AllocMany(Object(), 13);
        pressed[pages[0]].Precious = true;
        pressed.Evict(out _);
        Assert.False(Assert.Single(pressed.Returned).IsDirty);
    }

    [Fact]
    public void Evict_DirtyPageWithAnError_IsFreed()
    {
        var pages = pressed.AllocMany(Object(), 13);
        (pressed[pages[0]].Dirty, pressed[pages[0]].Error) = (true, true);
        pressed.Evict(out _);
        Assert.True(pressed[pages[0]].Free);
        Assert.Empty(pressed.Returned);
    }

    [Fact]
    public void Evict_DirtyPageOfAManager_IsCountedApart()
    {
        var obj = Object(isInternal: false);
        var pages = pressed.AllocMany(obj, 14);
        foreach (var dirty in pages[..2]) pressed[dirty].Dirty = true;

        Assert.False(pressed.Evict(out _));

        var mem = pages[0];
        Assert.Equal((true, true, false), (pressed[mem].ExternalLaundry, pressed[mem].Active, pressed[mem].External));
        Assert.Equal((2, 0), (pressed.State.ExternalLaundryCount, pressed.State.LaundryCount));

        pressed.ServePagers();
        Assert.Equal((true, 1), (pressed[mem].Free, pressed.Resumes));
        Assert.Equal(0, pressed.State.ExternalLaundryCount);
    }

    [Fact]
    public void Evict_ManagerThatIsTheDefaultPager_IsTrusted()
    {
        var obj = Object(isInternal: false);
        pressed.BackedByDefault.Add(obj);
        var mem = pressed.AllocMany(obj, 10)[0];
        pressed[mem].Dirty = true;
        pressed.Evict(out _);
        Assert.True(pressed[mem].Laundry);
    }

    [Fact]
    public void Evict_ManagersPageWhilePaused_IsPagedTwice()
    {
        var obj = Object(isInternal: false);
        var mem = pressed.AllocMany(obj, 15)[0];
        pressed[mem].Dirty = true;
        Assert.True(pressed.State.AllocPaused);

        pressed.Evict(out _);

        Assert.Equal(2, pressed.Returned.Count);
        Assert.Equal((obj, true), (pressed.Returned[0].Object, pressed.State.Objects[pressed.Returned[1].Object].Internal));
        Assert.Equal((true, false, 1), (pressed[mem].Laundry, pressed[mem].ExternalLaundry, pressed.State.LaundryCount));

        pressed.ServePagers();
        Assert.True(pressed[mem].Free);
    }

    [Fact]
    public void Evict_LaundryFull_LeavesTheRest()
    {
        var pages = pressed.AllocMany(Object(), 13);
        foreach (var mem in pages) pressed[mem].Dirty = true;
        Assert.False(pressed.Evict(out _));
        Assert.Equal(5, pressed.State.LaundryCount);

        Assert.False(pressed.Evict(out var shouldWait));
        Assert.True(shouldWait);
        Assert.Equal(5, pressed.State.LaundryCount);
    }

    /// <summary>In the original it would: the queue of internal pages is not looked at while an external page is queued.</summary>
    [Fact]
    public void Evict_ExternalPageInUse_DoesNotHideTheOthers()
    {
        var managed = pressed.AllocMany(Object(isInternal: false), 1)[0];
        pressed[managed].Busy = true;
        var mine = pressed.AllocMany(Object(), 12);
        pressed.Evict(out _);
        Assert.Equal(5, mine.Count(mem => pressed[mem].Free));
    }

    /// <summary>The original takes the end of what it can evict for a failure.</summary>
    [Fact]
    public void Evict_LastPagesThatCanGo_AreEnough()
    {
        var managed = pressed.AllocMany(Object(isInternal: false), 3);
        Assert.False(pressed.Evict(out var shouldWait));
        Assert.False(shouldWait);
        Assert.All(managed, mem => Assert.True(pressed[mem].Free));
    }

    [Fact]
    public void Evict_NothingCanGo_Panics()
    {
        foreach (var mem in pressed.AllocMany(Object(), 13)) pressed[mem].Busy = true;
        Assert.Equal("vm_page_evict", Assert.Throws<PanicException>(() => pressed.Evict(out _)).Function);
    }

    [Fact]
    public void Evict_ObjectLocked_WaitsForIt()
    {
        var obj = Object();
        pressed.AllocMany(obj, 13);
        using (pressed.State.Objects[obj].Lock.Enter())
        {
            Assert.False(pressed.Evict(out var shouldWait));
            Assert.True(shouldWait);
        }
    }

    [Fact]
    public void Evict_DirtyPageAndNoPager_Panics()
    {
        foreach (var mem in pressed.AllocMany(Object(), 13)) pressed[mem].Dirty = true;
        pressed.Module.Pagers = null;
        Assert.Equal("vm_page_seg_evict", Assert.Throws<PanicException>(() => pressed.Evict(out _)).Function);
    }

    [Fact]
    public void RefillInactive_AllActive_LeavesAThird()
    {
        var pages = pressed.AllocMany(Object(), 12);
        pressed.Bits.Referenced.Add(pressed[pages[0]].Frame);
        pressed.Module.RefillInactive();
        Assert.Equal((4, 8), (pressed.State.ActiveCount, pressed.State.InactiveCount));
        Assert.Equal((true, false), (pressed[pages[0]].Inactive, pressed[pages[0]].Reference));
        Assert.DoesNotContain(pressed[pages[0]].Frame, pressed.Bits.Referenced);
    }
}
