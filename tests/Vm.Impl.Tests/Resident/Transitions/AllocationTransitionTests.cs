using Vm.Kernel;
using Vm.Physical;
using Vm.Resident;

namespace Vm.Tests.Resident.Transitions;

/// <summary>The operations that take pages and give them back.</summary>
public sealed class AllocationTransitionTests : TransitionStory
{
    [Fact]
    public Task Grab()
    {
        Case("from an empty pool: a page comes out of the free blocks", vm => () => Result(vm.Module.Grab()));
        Case("from a pool that has one", vm =>
        {
            vm.Module.Release(vm.Module.Grab(), false, false);
            return () => Result(vm.Module.Grab());
        });
        Case("when none is free", vm =>
        {
            for (var i = 0; i < 4; i++) vm.Module.Grab();
            return () => Result(vm.Module.Grab());
        });
        return Verified();
    }

    [Fact]
    public Task Alloc()
    {
        Case("a page of an external object", vm =>
        {
            var obj = vm.Object(isInternal: false);
            return () => Result(vm.Alloc(obj, 8192));
        });
        Case("when none is free", vm =>
        {
            for (var i = 0; i < 4; i++) vm.Module.Grab();
            var obj = vm.Object();
            return () => Result(vm.Alloc(obj, 0));
        });
        return Verified();
    }

    [Fact]
    public Task GrabBlock()
    {
        Case("two pages", vm => () => Result(vm.Module.GrabContig(8192, 2)));
        Case("three pages are rounded up to four", vm => () => Result(vm.Module.GrabContig(12288, 2)));
        Case("more than there are together", vm =>
        {
            vm.Module.Grab();
            return () => Result(vm.Module.GrabContig(16384, 2));
        });
        return Verified();
    }

    [Fact]
    public Task FreeBlock()
    {
        Case("two pages, whose buddies are free", vm =>
        {
            var mem = vm.Module.GrabContig(8192, 2);
            return () => vm.Module.FreeContig(mem, 8192);
        });
        return Verified();
    }

    [Fact]
    public Task Release()
    {
        Case("into a pool that has room", vm =>
        {
            var mem = vm.Module.Grab();
            return () => vm.Module.Release(mem, laundry: false, externalLaundry: false);
        });
        Case("into a full pool: the page in it goes back to the free blocks", vm =>
        {
            var (first, second) = (vm.Module.Grab(), vm.Module.Grab());
            vm.Module.Release(first, laundry: false, externalLaundry: false);
            return () => vm.Module.Release(second, laundry: false, externalLaundry: false);
        });
        return Verified();
    }

    [Fact]
    public Task Free()
    {
        Case("a page in the caller's hands", vm =>
        {
            var mem = vm.Module.Grab();
            return () => vm.Free(mem);
        });
        Case("a wired page of an internal object, wanted", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            vm.Wire(mem);
            vm.PageAssertWait(mem);
            return () => vm.Free(mem);
        });
        Case("an absent page, for whose object somebody waits", vm =>
        {
            var obj = vm.Object(isInternal: false);
            var mem = vm.Alloc(obj, 4096);
            vm[mem].Absent = true;
            vm.State.Objects[obj].AbsentCount++;
            vm.ObjectAssertWait(obj, 3);
            return () => vm.Free(mem);
        });
        Case("a page that is being cleaned", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            vm[mem].Laundry = true;
            vm.State.LaundryCount++;
            return () => vm.Free(mem);
        });
        Case("a fictitious page of an object", vm =>
        {
            vm.Module.MoreFictitious();
            var (mem, obj) = (vm.Module.GrabFictitious(), vm.Object());
            vm.Insert(mem, obj, 0);
            return () => vm.Free(mem);
        });
        Case("a private page: its structure becomes a fictitious one", vm =>
        {
            vm.Module.MoreFictitious();
            var mem = vm.Module.GrabFictitious();
            (vm[mem].Fictitious, vm[mem].Private, vm[mem].Frame) = (false, true, 0xB8);
            return () => vm.Free(mem);
        });
        return Verified();
    }

    [Fact]
    public Task Init()
    {
        Case("a page in the caller's hands that was used", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            vm.Remove(mem);
            (vm[mem].Busy, vm[mem].Dirty, vm[mem].Reference) = (false, true, true);
            return () => vm.Module.Init(mem);
        });
        return Verified();
    }

    [Fact]
    public Task GrabFictitious()
    {
        Case("the one that was freed last", vm =>
        {
            vm.Module.MoreFictitious();
            return () => Result(vm.Module.GrabFictitious());
        });
        Case("when none is free", vm => () => Result(vm.Module.GrabFictitious()));
        return Verified();
    }

    [Fact]
    public Task ReleaseFictitious()
    {
        Case("in front of the others", vm =>
        {
            vm.Module.MoreFictitious();
            var mem = vm.Module.GrabFictitious();
            return () => vm.Module.ReleaseFictitious(mem);
        });
        return Verified();
    }

    [Fact]
    public Task MoreFictitious()
    {
        Case("when there is none", vm => vm.Module.MoreFictitious);
        return Verified();
    }

    [Fact]
    public Task SlabAlloc()
    {
        Case("the first structure", vm => () => Result(vm.Module.SlabAlloc()));
        return Verified();
    }

    [Fact]
    public Task MakeFictitious()
    {
        Case("of a private page", vm =>
        {
            vm.Module.MoreFictitious();
            var mem = vm.Module.GrabFictitious();
            (vm[mem].Fictitious, vm[mem].Private, vm[mem].Frame) = (false, true, 0xB8);
            return () => vm.Module.MakeFictitious(mem);
        });
        return Verified();
    }

    [Fact]
    public Task Convert()
    {
        Case("a wired fictitious page", vm =>
        {
            var mem = Fictitious(vm);
            vm.Wire(mem);
            return () => Result(vm.Convert(mem));
        });
        Case("when no page is free", vm =>
        {
            var mem = Fictitious(vm);
            for (var i = 0; i < 4; i++) vm.Module.Grab();
            return () => Result(vm.Convert(mem));
        });
        return Verified();
    }

    static PageId Fictitious(TestModule vm)
    {
        vm.Module.MoreFictitious();
        var (mem, obj) = (vm.Module.GrabFictitious(), vm.Object());
        vm.Insert(mem, obj, 8192);
        return mem;
    }

    [Fact]
    public Task AllocPa()
    {
        Case("two pages, with the free queue lock", vm => () =>
        {
            using (vm.State.FreeQueueLock.Enter()) Result(vm.Module.AllocPa(order: 1, selector: 0));
        });
        return Verified();
    }

    [Fact]
    public Task FreePa()
    {
        Case("two pages, with the free queue lock", vm =>
        {
            var mem = vm.Module.GrabContig(8192, 0);
            return () =>
            {
                using (vm.State.FreeQueueLock.Enter()) vm.Module.FreePa(mem, order: 1);
            };
        });
        return Verified();
    }

    [Fact]
    public Task FreeSingle()
    {
        Case("one page, with the free queue lock", vm =>
        {
            var mem = vm.Module.Grab();
            return () =>
            {
                using (vm.State.FreeQueueLock.Enter()) vm.Module.FreeSingle(mem);
            };
        });
        return Verified();
    }

    [Fact]
    public Task Manage()
    {
        var vm = new TestModule([new BootSegment(0, 4, 1)], objects: 1, fictitiousPages: 0, new Events());
        Case("the frame that the boot loader used, whose buddies are free", vm, _ => () => vm.Module.Manage(new PageId(1)));
        return Verified();
    }

    [Fact]
    public Task ZeroFill()
    {
        Case("a page in the caller's hands", vm =>
        {
            var mem = vm.Module.Grab();
            return () => vm.Module.ZeroFill(mem);
        });
        return Verified();
    }

    [Fact]
    public Task Copy()
    {
        Case("one page in the caller's hands to another", vm =>
        {
            var (source, destination) = (vm.Module.Grab(), vm.Module.Grab());
            return () => vm.Module.Copy(source, destination);
        });
        return Verified();
    }
}
