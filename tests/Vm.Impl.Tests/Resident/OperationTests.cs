using Vm.Kernel;
using Vm.Resident;

namespace Vm.Tests.Resident;

public sealed class OperationTests
{
    readonly TestModule vm = new();

    [Fact]
    public void Insert_NextOffset_DeactivatesThePageBefore()
    {
        var obj = vm.Object();
        var before = vm.Alloc(obj, 4096);
        vm.Activate(before);
        vm[before].Busy = false;
        vm.Alloc(obj, 8192);
        Assert.True(vm[before].Inactive);
    }

    [Fact]
    public void Insert_NextOffset_LeavesABusyPageAlone()
    {
        var obj = vm.Object();
        var before = vm.Alloc(obj, 4096);
        vm.Activate(before);
        vm.Alloc(obj, 8192);
        Assert.True(vm[before].Active);
    }

    [Fact]
    public void Insert_DeactivateBehindOff_LeavesThePageBefore()
    {
        vm.State.DeactivateBehind = false;
        var obj = vm.Object();
        var before = vm.Alloc(obj, 4096);
        vm.Activate(before);
        vm[before].Busy = false;
        vm.Alloc(obj, 8192);
        Assert.True(vm[before].Active);
    }

    [Fact]
    public void Insert_LastOffsetOfAll_WrapsLikeTheOriginal()
    {
        var obj = vm.Object();
        var last = vm.Alloc(obj, ulong.MaxValue - 4095);
        vm[last].Busy = false;
        vm.Alloc(obj, 0);
        Assert.True(vm[last].Inactive);
    }

    [Fact]
    public void Lookup_OtherObjectOrOffset_FindsNothing()
    {
        var obj = vm.Object();
        var other = vm.Object();
        var mem = vm.Alloc(obj, 4096);
        Assert.Equal(mem, vm.Lookup(obj, 4096));
        Assert.True(vm.Lookup(other, 4096).IsNull);
        Assert.True(vm.Lookup(obj, 0).IsNull);
    }

    [Fact]
    public void Remove_FromTheMiddleOfAChain_KeepsTheRest()
    {
        // One bucket, so that all pages are in one chain.
        var crowded = new TestModule(frames: 5);
        crowded.State.HashMask = 0;
        var obj = crowded.Object();
        var pages = Enumerable.Range(0, 5).Select(i => crowded.Alloc(obj, (ulong)i * 16384)).ToList();
        crowded.Remove(pages[2]);
        crowded.Remove(pages[4]);
        crowded.Remove(pages[0]);
        Assert.Equal([pages[1], pages[3]], new[] { crowded.Lookup(obj, 16384), crowded.Lookup(obj, 3 * 16384) });
    }

    [Fact]
    public void Wire_ThenUnwire_CountsOnceAndReactivates()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        vm.Wire(mem);
        vm.Wire(mem);
        Assert.Equal((1, 2), (vm.State.WireCount, vm[mem].WireCount));
        vm.Unwire(mem);
        Assert.Equal((1, 1, false), (vm.State.WireCount, vm[mem].WireCount, vm[mem].Active));
        vm.Unwire(mem);
        Assert.Equal((0, 0, true), (vm.State.WireCount, vm[mem].WireCount, vm[mem].Active));
    }

    [Fact]
    public void Free_WiredAndWanted_UncountsAndWakes()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        vm.Wire(mem);
        vm.PageAssertWait(mem);
        vm.Free(mem);
        Assert.Equal(0, vm.State.WireCount);
        Assert.False(vm.Events.HasWaiter(new(EventKind.Page, mem.V)));
    }

    [Fact]
    public void Free_AbsentPage_ReleasesTheObjectsAbsentCount()
    {
        var obj = vm.Object();
        var mem = vm.Alloc(obj, 0);
        vm[mem].Absent = true;
        vm.State.Objects[obj].AbsentCount = 1;
        vm.Free(mem);
        Assert.Equal(0, vm.State.Objects[obj].AbsentCount);
    }

    [Fact]
    public void Free_Laundry_GivesTheCountsBack()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        (vm[mem].Laundry, vm[mem].ExternalLaundry) = (true, true);
        (vm.State.LaundryCount, vm.State.ExternalLaundryCount) = (1, 1);
        vm.Free(mem);
        Assert.Equal((0, 0), (vm.State.LaundryCount, vm.State.ExternalLaundryCount));
    }

    [Fact]
    public void Release_ExternalLaundryNotExpected_LeavesTheCount()
    {
        var mem = vm.Module.Grab();
        vm.State.ExternalLaundryCount = -1;
        vm.Module.Release(mem, laundry: false, externalLaundry: true);
        Assert.Equal(-1, vm.State.ExternalLaundryCount);
    }

    [Fact]
    public void Deactivate_InactiveAndReferenced_MovesToTheEnd()
    {
        var obj = vm.Object();
        var (first, second) = (vm.Alloc(obj, 0), vm.Alloc(obj, 1 << 16));
        vm.Deactivate(first);
        vm.Deactivate(second);
        vm[first].Reference = true;
        vm.Deactivate(first);
        Assert.Equal(first, vm.State.Queues[PagingQueues.Of(segment: 0, active: false, external: false)].Last);
        Assert.False(vm[first].Reference);
    }

    [Fact]
    public void Alloc_NoFreePage_GivesNull()
    {
        var obj = vm.Object();
        for (var i = 0ul; i < 8; i++) Assert.False(vm.Alloc(obj, i << 16).IsNull);
        Assert.True(vm.Alloc(obj, 8 << 16).IsNull);
        Assert.True(vm.Module.Grab().IsNull);
    }

    [Fact]
    public void CreateObject_AllAlive_SaysSo()
    {
        for (var i = 0; i < 3; i++) vm.Object();
        Assert.Contains("3 objects", Assert.Throws<InvalidOperationException>(() => vm.Object()).Message);
    }
}
