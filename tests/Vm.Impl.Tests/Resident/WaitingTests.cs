using CsCheck;
using Vm.Kernel;
using Vm.Resident;

namespace Vm.Tests.Resident;

/// <summary>The mark of an awaited page against the threads that really sleep.</summary>
public sealed class WaitingTests
{
    const ulong Offset = 1 << 16;

    readonly TestModule vm = new();
    readonly ObjectId obj;
    readonly ObjectId other;

    public WaitingTests() => (obj, other) = (vm.Object(), vm.Object(isInternal: false));

    static readonly Gen<(int Kind, uint Page)> Step = Gen.Select(Gen.Int[0, 6], Gen.UInt[1, 13]);

    [Fact]
    public void RandomOperations_MarkAwaitedPages_AsThreadsSleep() =>
        Step.List[0, 40].Sample(steps =>
        {
            var waiting = new WaitingTests();
            waiting.vm.Module.MoreFictitious();
            foreach (var (kind, page) in steps) waiting.Run(kind, new(page));
        }, iter: 100);

    [Fact]
    public void Convert_AwaitedPage_WakesWhoWaits()
    {
        vm.Module.MoreFictitious();
        var mem = vm.Module.GrabFictitious();
        vm.Insert(mem, obj, Offset);
        Sleep(mem);
        Assert.True(Sleeps(mem));
        vm.Convert(mem);
        Assert.False(Sleeps(mem));
    }

    [Fact]
    public void Rename_AwaitedPage_LeavesWhoWaits()
    {
        var mem = vm.Alloc(obj, Offset);
        Sleep(mem);
        Rename(mem, other);
        Assert.True(vm[mem].Wanted);
        Assert.True(Sleeps(mem));
    }

    [Fact]
    public void Rename_AbsentPage_MovesItsCountAndWakes()
    {
        var mem = vm.Alloc(obj, Offset);
        vm[mem].Absent = true;
        vm.State.Objects[obj].AbsentCount = 1;
        OnAnotherThread(() => vm.ObjectAssertWait(obj, 3));
        Rename(mem, other);
        Assert.Equal((0, 1), (vm.State.Objects[obj].AbsentCount, vm.State.Objects[other].AbsentCount));
        Assert.False(vm.Events.HasWaiter(new(EventKind.Object, obj.V * 8 + 3)));
    }

    void Run(int kind, PageId mem)
    {
        ref Page page = ref vm[mem];
        switch (kind)
        {
            case 0: vm.Alloc(obj, vm.State.Pages.Select(p => vm[p].Offset).Max() + Offset); break;
            case 1: vm.Module.GrabFictitious(); break;
            case 2 when !page.Free: Sleep(mem); break;
            case 3: vm.PageWakeup(mem); break;
            case 4 when !page.Free: vm.PageWakeupDone(mem); break;
            case 5 when !page.Free: vm.Free(mem); break;
            case 6 when page.Tabled: Rename(mem, page.Object == obj ? other : obj); break;
        }

        Assert.All(vm.State.Pages, p => Assert.Equal(Sleeps(p), vm[p].Awaited));
    }

    void Sleep(PageId mem) => OnAnotherThread(() => vm.PageAssertWait(mem));

    bool Sleeps(PageId mem) => vm.Events.HasWaiter(new(EventKind.Page, mem.V));

    void Rename(PageId mem, ObjectId to) => vm.Rename(mem, to, vm[mem].Offset);

    // A thread waits for one thing at a time.
    static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }
}
