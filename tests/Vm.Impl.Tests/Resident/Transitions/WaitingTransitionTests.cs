namespace Vm.Tests.Resident.Transitions;

/// <summary>Operations of those who wait, and of those who wake them.</summary>
public sealed class WaitingTransitionTests : TransitionStory
{
    [Fact]
    public Task PageAssertWait()
    {
        Case("a busy page", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            return () => vm.PageAssertWait(mem);
        });
        return Verified();
    }

    [Fact]
    public Task PageWakeup()
    {
        Case("a page that somebody waits for: it stays busy", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            vm.PageAssertWait(mem);
            return () => vm.PageWakeup(mem);
        });
        Case("a page that nobody waits for", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            return () => vm.PageWakeup(mem);
        });
        return Verified();
    }

    [Fact]
    public Task PageWakeupDone()
    {
        Case("a page that somebody waits for", vm =>
        {
            var mem = vm.Alloc(vm.Object(), 4096);
            vm.PageAssertWait(mem);
            return () => vm.PageWakeupDone(mem);
        });
        return Verified();
    }

    [Fact]
    public Task AbsentRelease()
    {
        Case("the data of an absent page have come, for whose object somebody waits", vm =>
        {
            var obj = vm.Object(isInternal: false);
            var mem = vm.Alloc(obj, 4096);
            vm[mem].Absent = true;
            vm.State.Objects[obj].AbsentCount++;
            vm.ObjectAssertWait(obj, 3);
            return () => vm.AbsentRelease(mem);
        });
        return Verified();
    }
}
