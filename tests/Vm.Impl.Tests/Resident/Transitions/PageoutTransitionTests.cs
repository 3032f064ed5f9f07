using Vm.Resident;

namespace Vm.Tests.Resident.Transitions;

/// <summary>The operations of balancing and pageout.</summary>
public sealed class PageoutTransitionTests : TransitionStory
{
    static readonly SegmentId Only = new(0);

    /// <summary>A page that can go: active and not busy.</summary>
    static PageId Page(TestModule vm, bool isInternal = true)
    {
        var mem = vm.Alloc(vm.Object(isInternal), 4096);
        vm.Activate(mem);
        WithOwner(vm, mem, vm.Module.PageWakeupDone);
        return mem;
    }

    static PageId TakeFree(TestModule vm)
    {
        using (vm.State.FreeQueueLock.Enter()) return vm.Module.AllocFrom(Only, 0);
    }

    static void WithOwner(TestModule vm, PageId mem, Action<PageId> operation)
    {
        using (vm.State.Objects[vm[mem].Object].Lock.Enter())
        using (vm.State.PageQueuesLock.Enter())
        {
            operation(mem);
        }
    }

    [Fact]
    public Task AllocFrom()
    {
        Case("a page of the free blocks", vm => () => Result(TakeFree(vm)));
        return Verified();
    }

    [Fact]
    public Task FreeTo()
    {
        Case("a page that was taken", vm =>
        {
            var mem = TakeFree(vm);
            return () =>
            {
                using (vm.State.FreeQueueLock.Enter()) vm.Module.FreeTo(mem);
            };
        });
        return Verified();
    }

    [Fact]
    public Task PullPage()
    {
        Case("a page that can go stays where it is", vm =>
        {
            var mem = Page(vm);
            return () => Pull(vm, mem);
        });
        Case("a page in transit", vm =>
        {
            var mem = Page(vm);
            vm[mem].Busy = true;
            return () => Pull(vm, mem);
        });
        return Verified();

        void Pull(TestModule vm, PageId mem)
        {
            using (vm.State.PageQueuesLock.Enter()) Result(vm.Module.PullPage(PagingQueues.Of(0, true, false)));
            ref var owner = ref vm.State.Objects[vm[mem].Object].Lock;
            Result(owner.IsHeld ? "its object is locked" : "its object is not locked");
            if (owner.IsHeld) owner.Release();
        }
    }

    [Fact]
    public Task MovePage()
    {
        Case("a segment that is not short", vm =>
        {
            Page(vm);
            return () => Result(vm.Module.MovePage(Only, Only));
        });
        return Verified();
    }

    [Fact]
    public Task Move()
    {
        Case("an active dirty page", vm =>
        {
            var mem = Page(vm);
            vm[mem].Dirty = true;
            var target = TakeFree(vm);
            return () => WithOwner(vm, mem, source => vm.Module.Move(source, target));
        });
        Case("an inactive page of an external object", vm =>
        {
            var mem = Page(vm, isInternal: false);
            vm.Deactivate(mem);
            var target = TakeFree(vm);
            return () => WithOwner(vm, mem, source => vm.Module.Move(source, target));
        });
        return Verified();
    }

    [Fact]
    public Task Reclaim()
    {
        Case("a clean page", vm =>
        {
            var mem = Page(vm);
            return () => WithOwner(vm, mem, page => Result(vm.Module.Reclaim(page)));
        });
        Case("a dirty page", vm =>
        {
            var mem = Page(vm);
            vm[mem].Dirty = true;
            return () => WithOwner(vm, mem, page => Result(vm.Module.Reclaim(page)));
        });
        Case("an inactive page that was used again", vm =>
        {
            var mem = Page(vm);
            vm.Deactivate(mem);
            vm[mem].Reference = true;
            return () => WithOwner(vm, mem, page => Result(vm.Module.Reclaim(page)));
        });
        return Verified();
    }

    [Fact]
    public Task SetAside()
    {
        Case("a precious page", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            vm[mem].Precious = true;
            vm.Module.MoreFictitious();
            var holding = vm.Module.GrabFictitious();
            var copy = vm.Object();
            return () =>
            {
                using (vm.State.Objects[copy].Lock.Enter()) WithOwner(vm, mem, page => vm.Module.SetAside(page, holding, copy));
            };
        });
        return Verified();
    }

    [Fact]
    public Task EnterLaundry()
    {
        Case("a page of an object", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            return () => WithOwner(vm, mem, vm.Module.EnterLaundry);
        });
        return Verified();
    }

    [Fact]
    public Task EnterExternalLaundry()
    {
        Case("the daemon waits", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            return () => WithOwner(vm, mem, vm.Module.EnterExternalLaundry);
        });
        Case("the daemon does not expect to be told", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            vm.State.ExternalLaundryCount = -1;
            return () => WithOwner(vm, mem, vm.Module.EnterExternalLaundry);
        });
        return Verified();
    }
}
