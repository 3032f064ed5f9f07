using Vm.Resident;

namespace Vm.Tests.Resident.Transitions;

/// <summary>The operations of wiring and of the paging queues.</summary>
public sealed class PagingTransitionTests : TransitionStory
{
    static PageId Page(TestModule vm) => vm.Alloc(vm.Object(), 4096);

    [Fact]
    public Task Wire()
    {
        Case("an active page", vm =>
        {
            var mem = Page(vm);
            vm.Activate(mem);
            return () => vm.Wire(mem);
        });
        Case("a wired page once more", vm =>
        {
            var mem = Page(vm);
            vm.Wire(mem);
            return () => vm.Wire(mem);
        });
        Case("a fictitious page: it is not counted", vm =>
        {
            vm.Module.MoreFictitious();
            var mem = vm.Module.GrabFictitious();
            return () => vm.Wire(mem);
        });
        return Verified();
    }

    [Fact]
    public Task Unwire()
    {
        Case("the last wiring", vm =>
        {
            var mem = Page(vm);
            vm.Wire(mem);
            return () => vm.Unwire(mem);
        });
        Case("one of two wirings", vm =>
        {
            var mem = Page(vm);
            vm.Wire(mem);
            vm.Wire(mem);
            return () => vm.Unwire(mem);
        });
        return Verified();
    }

    [Fact]
    public Task Activate()
    {
        Case("a page on no queue", vm =>
        {
            var mem = Page(vm);
            return () => vm.Activate(mem);
        });
        Case("an inactive page", vm =>
        {
            var mem = Page(vm);
            vm.Deactivate(mem);
            return () => vm.Activate(mem);
        });
        Case("a wired page", vm =>
        {
            var mem = Page(vm);
            vm.Wire(mem);
            return () => vm.Activate(mem);
        });
        return Verified();
    }

    [Fact]
    public Task Deactivate()
    {
        Case("an active page", vm =>
        {
            var mem = Page(vm);
            vm.Activate(mem);
            return () => vm.Deactivate(mem);
        });
        Case("the first of two inactive pages, used since: it goes to the end", vm =>
        {
            var obj = vm.Object();
            var (first, second) = (vm.Alloc(obj, 0), vm.Alloc(obj, 8192));
            vm.Deactivate(first);
            vm.Deactivate(second);
            vm[first].Reference = true;
            return () => vm.Deactivate(first);
        });
        Case("an inactive page that was not used", vm =>
        {
            var mem = Page(vm);
            vm.Deactivate(mem);
            return () => vm.Deactivate(mem);
        });
        return Verified();
    }

    [Fact]
    public Task QueuesRemove()
    {
        Case("the middle one of three active pages", vm =>
        {
            var obj = vm.Object();
            PageId[] pages = [vm.Alloc(obj, 0), vm.Alloc(obj, 8192), vm.Alloc(obj, 16384)];
            Array.ForEach(pages, vm.Activate);
            return () => vm.QueuesRemove(pages[1]);
        });
        Case("a page on no queue", vm =>
        {
            var mem = Page(vm);
            return () => vm.QueuesRemove(mem);
        });
        return Verified();
    }
}
