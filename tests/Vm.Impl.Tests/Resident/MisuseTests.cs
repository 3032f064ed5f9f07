using System.Text.RegularExpressions;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident;

/// <summary>Every misuse is stopped by the clause that forbids it.</summary>
public sealed partial class MisuseTests
{
    readonly TestModule vm = new();

    static void Stops(string clause, Action misuse) =>
        Assert.Equal(clause, Assert.Throws<CheckFailedException>(misuse).Clause);

    [Fact]
    public void Insert_TabledPage_Stops()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        Stops("NotTabled", () => vm.Insert(mem, vm.Object(), 0));
    }

    [Fact]
    public void Insert_TakenKey_Stops()
    {
        var obj = vm.Object();
        vm.Alloc(obj, 0);
        Stops("KeyIsFree", () => vm.Insert(vm.Module.Grab(), obj, 0));
    }

    [Fact]
    public void Insert_NullPage_Stops() => Stops("NotNull", () => vm.Insert(default, vm.Object(), 0));

    [Fact]
    public void Insert_WithoutTheObjectsLock_Stops()
    {
        var (mem, obj) = (vm.Module.Grab(), vm.Object());
        using (vm.State.PageQueuesLock.Enter())
            Assert.Contains("Object", Assert.Throws<CheckFailedException>(() => vm.Module.Insert(mem, obj, 0)).Message);
    }

    [Fact]
    public void Insert_WithoutThePageQueuesLock_Stops()
    {
        var (mem, obj) = (vm.Module.Grab(), vm.Object());
        using (vm.State.Objects[obj].Lock.Enter())
            Assert.Contains("PageQueues", Assert.Throws<CheckFailedException>(() => vm.Module.Insert(mem, obj, 0)).Message);
    }

    [Fact]
    public void Remove_UntabledPage_Stops() => Stops("IsTabled", () => vm.Remove(vm.Module.Grab()));

    [Fact]
    public void Free_Twice_Stops()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        vm.Free(mem);
        Stops("NotFree", () => vm.Free(mem));
    }

    [Fact]
    public void Free_TwiceInOffMode_Panics()
    {
        var off = ResidentModule<Off>.Bootstrap(new BootSegment(0, 4, 0), 1);
        var mem = off.Grab();
        using (off.State.PageQueuesLock.Enter())
        {
            off.Free(mem);
            var panic = Assert.Throws<PanicException>(() => off.Free(mem));
            Assert.Equal("panic: vm_page_free: page 1: the page is not free", panic.Message);
        }
    }

    [Fact]
    public void Free_TabledPageWithoutTheObjectsLock_Stops()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        using (vm.State.PageQueuesLock.Enter()) Stops("MustHold(Object, mem.Object)", () => vm.Module.Free(mem));
    }

    [Fact]
    public void Release_DirtyPage_Stops()
    {
        var mem = vm.Module.Grab();
        vm[mem].Dirty = true;
        Stops("IsTemplate", () => vm.Module.Release(mem, false, false));
    }

    [Fact]
    public void Release_HoldingTheFreeQueueLock_Stops()
    {
        var mem = vm.Module.Grab();
        using (vm.State.FreeQueueLock.Enter())
            Assert.Contains("FreeQueue", Assert.Throws<CheckFailedException>(() => vm.Module.Release(mem, false, false)).Message);
    }

    [Fact]
    public void Unwire_UnwiredPage_Stops() => Stops("IsWired", () => vm.Unwire(vm.Alloc(vm.Object(), 0)));

    [Fact]
    public void Wire_GreatestCount_Stops()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        vm.Wire(mem);
        vm[mem].WireCount = Page.MaxWireCount;
        Stops("CountFits", () => vm.Wire(mem));
    }

    [Fact]
    public void Activate_PageOfNoObject_Stops() => Stops("IsTabled", () => vm.Activate(vm.Module.Grab()));

    [Fact]
    public Task Failure_Message_ShowsOperationClausePlacesRowsAndLocks()
    {
        var mem = vm.Alloc(vm.Object(), 0);
        var message = Assert.Throws<CheckFailedException>(() => vm.Insert(mem, vm.Object(), 0)).Message;
        return Verify(Place().Replace(message, "(line,column)"));
    }

    [GeneratedRegex(@"\(\d+,\d+\)")]
    private static partial Regex Place();
}
