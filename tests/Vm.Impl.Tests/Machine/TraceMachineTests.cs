using Vm.Machine;
using Vm.Mmu;
using Vm.Paging;
using Vm.Resident;
using Vm.Tests.Pmap;
using Vm.Vocabulary;

namespace Vm.Tests.Machine;

public sealed class I386TraceMachineTests : TraceMachineTests<I386Paging>;

public sealed class PaeTraceMachineTests : TraceMachineTests<PaePaging>;

public sealed class FourLevelTraceMachineTests : TraceMachineTests<FourLevelPaging>;

/// <summary>Contents survive translation, paging and copying, in each mode, and damage to any of them is noticed.</summary>
public abstract class TraceMachineTests<TPaging> where TPaging : struct, IPagingMode
{
    static TraceRecord Store(ulong page) => new(RecordKind.Store, page << 12, 8);

    static TraceRecord Load(ulong page) => new(RecordKind.Load, page << 12, 8);

    static void StoreAndLoadAll<TMode>(TraceMachine<TMode, TPaging> machine) where TMode : struct, ICheckMode
    {
        var task = machine.Tasks.Count > 0 ? machine.Tasks[0] : machine.Start();
        for (ulong page = 1; page <= 8; page++) machine.Run(task, Store(page));
        for (ulong page = 1; page <= 8; page++) machine.Run(task, Load(page));
    }

    [Fact]
    public void Run_MorePagesThanFrames_LoadsWhatWasStored()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 3);
        StoreAndLoadAll(machine);
        Assert.Equal(8, machine.LoadsChecked);
        Assert.Equal(8, machine.Faults.ZeroFills);
        Assert.True(machine.Faults.Pageins >= 5);
    }

    /// <summary>
    /// The pageout daemon on its own thread, and the program on this one. While both run, the catalogue does not hold between operations;
    /// it does when they stand still.
    /// </summary>
    [Fact]
    public void Run_PageoutInTheBackground_LoadsWhatWasStored()
    {
        var machine = new TraceMachine<Locks, TPaging>(frames: 3, inBackground: true);
        using (machine)
        {
            for (var round = 0; round < 20; round++) StoreAndLoadAll(machine);
            Assert.Equal(20 * 8, machine.LoadsChecked);
            Assert.True(machine.DirtyEvictions > 20);
        }

        machine.Module.CheckInvariants();
    }

    [Fact]
    public void Run_PmapThatForgetsToInvalidate_IsNoticedByALoad()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 3, invalidated: new DeafCache());
        Assert.Equal("Contents", Assert.Throws<CheckFailedException>(() => StoreAndLoadAll(machine)).Clause);
    }

    [Fact]
    public void Run_ModuleThatIsDamaged_IsNoticedByTheCatalogue()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 3);
        var task = machine.Start();
        machine.Run(task, Store(1));
        machine.Module.State.ActiveCount++;
        Assert.Equal("ActiveCount", Assert.Throws<CheckFailedException>(() => machine.Run(task, Store(2))).Clause);
    }

    [Fact]
    public void Run_AllPagesWired_SaysThatNoneCanGo()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 1);
        var task = machine.Start();
        machine.Run(task, Store(1));
        var s = machine.Module.State;
        var mem = s.Pages.First(page => s.Pages[page].Active);
        using (s.Objects[s.Pages[mem].Object].Lock.Enter())
        using (s.PageQueuesLock.Enter())
        {
            machine.Module.Wire(mem);
        }

        var stopped = Assert.Throws<InvalidOperationException>(() => machine.Run(task, Store(2)));
        Assert.StartsWith("all memory is wired", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PageReadAgain_HasItsSecondChance()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 3);
        var task = machine.Start();
        for (ulong page = 1; page <= 8; page++)
        {
            machine.Run(task, Store(page));
            machine.Run(task, Load(1));
        }

        Assert.Equal(8, machine.Faults.PageFaults);
    }

    [Fact]
    public void Run_PageOfAnotherTask_IsItsOwn()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 3, tasks: 2);
        var (one, other) = (machine.Start(), machine.Start());
        for (var round = 0; round < 3; round++)
        {
            for (ulong page = 1; page <= 4; page++)
            {
                machine.Run(one, Store(page));
                machine.Run(other, Load(page));
                machine.Run(other, Store(page));
                machine.Run(one, Load(page));
            }
        }

        Assert.Equal(24, machine.LoadsChecked);
        machine.Module.CheckInvariants();
    }

    static (MachineTask<TPaging> Parent, MachineTask<TPaging> Child) Fork(TraceMachine<Full, TPaging> machine, int toWire = 0)
    {
        var parent = machine.Start(toWire: toWire);
        for (ulong page = 1; page <= 4; page++) machine.Run(parent, Store(page));
        return (parent, machine.Fork(parent));
    }

    static void StoreAndLoadInBoth(TraceMachine<Full, TPaging> machine)
    {
        var (parent, child) = Fork(machine);
        Assert.NotSame(parent.Processor, child.Processor);
        for (ulong page = 1; page <= 12; page++)
        {
            foreach (var task in new[] { parent, child })
            {
                machine.Run(task, Load(page % 4 + 1));
                machine.Run(task, Store(page));
            }
        }
    }

    /// <summary>What one processor evicts or copies, the other must not find any more.</summary>
    [Fact]
    public void Run_TwoProcessors_KeepTheirContents()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 6, tasks: 2, processors: 2);
        StoreAndLoadInBoth(machine);
        machine.Module.CheckInvariants();
    }

    /// <summary>The must-fail twin: the second does not answer.</summary>
    [Fact]
    public void Run_SecondProcessorThatIsDeaf_IsNoticedByALoad()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 6, tasks: 2, processors: 2, invalidated: new DeafCache());
        Assert.Equal("Contents", Assert.Throws<CheckFailedException>(() => StoreAndLoadInBoth(machine)).Clause);
    }

    /// <summary>The module's descriptors and buckets have memory, which the kernel maps in its half of each address space.</summary>
    [Fact]
    public void Start_Machine_MapsTheModulesTables()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 64);
        var layout = MachineLayout.For<TPaging>(frames: 64, tasks: 1, wired: 0);
        var task = machine.Start();
        Assert.Equal((layout.KernelPages, layout.KernelPages), (machine.Maps.Kernel.ResidentCount, machine.Maps.Kernel.WiredCount));
        Assert.Equal(64, machine.FreeFrames);

        task.Processor.Activate(task.Map);
        var first = VirtualAddress.Of(machine.Maps.VirtualStart);
        Assert.True(task.Processor.Mmu.TryAccess(first, AccessKind.Write, user: false, out var address, out _));
        Assert.Equal(layout.Pages.StartFrame, address >> IPagingMode.PageShift);
        Assert.False(task.Processor.Mmu.TryAccess(first, AccessKind.Read, user: true, out _, out _));
        Assert.Equal(machine.Maps.VirtualStart + ((ulong)layout.KernelPages << IPagingMode.PageShift), machine.Module.VirtualSpaceStart);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    public void Fork_BothStore_EachSeesItsOwn(int frames)
    {
        var machine = new TraceMachine<Full, TPaging>(frames, tasks: 2);
        var (parent, child) = Fork(machine);
        machine.Run(child, Load(1));
        machine.Run(parent, Store(1));
        machine.Run(child, Load(1));
        machine.Run(child, Store(2));
        machine.Run(parent, Load(2));
        machine.Run(child, Load(3));
        machine.Run(parent, Store(3));
        machine.Run(child, Store(3));
        for (ulong page = 1; page <= 4; page++)
        {
            machine.Run(parent, Load(page));
            machine.Run(child, Load(page));
        }

        Assert.Equal(4, machine.Faults.Copies);
        machine.Module.CheckInvariants();
    }

    /// <summary>A chain of objects: the grandchild finds what its grandparent stored, however often its pages were paged out.</summary>
    [Fact]
    public void Fork_OfAFork_FindsPagesBehindBoth()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 4, tasks: 3);
        var (parent, child) = Fork(machine);
        machine.Run(child, Store(2));
        var grandchild = machine.Fork(child);
        machine.Run(child, Store(2));
        machine.Exit(child);
        for (ulong page = 1; page <= 8; page++) machine.Run(parent, Store(page));
        for (ulong page = 1; page <= 4; page++) machine.Run(grandchild, Load(page));
        machine.Run(grandchild, Store(1));
        machine.Run(grandchild, Load(1));
        machine.Module.CheckInvariants();
    }

    static VirtualAddress AddressOf(ulong page) => VirtualAddress.Of(page << IPagingMode.PageShift);

    /// <summary>The frame of a page that a forked program has not copied.</summary>
    static uint FrameBehind(TraceMachine<Full, TPaging> machine, MachineTask<TPaging> task, ulong page)
    {
        var (s, obj) = (machine.Module.State, task.Memory.Backing!.Id);
        using (s.Objects[obj].Lock.Enter()) return (uint)s.Pages[machine.Module.Lookup(obj, AddressOf(page).Value)].Frame;
    }

    /// <summary>The must-fail twin: a fork that leaves the parent the right to write what the child has, too.</summary>
    [Fact]
    public void Fork_ThatForgetsToWriteProtect_IsNoticedByTheChild()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 64, tasks: 2);
        var (parent, child) = Fork(machine);
        parent.Map.Enter(parent.Mapped(AddressOf(1)), FrameBehind(machine, parent, 1), Protection.All, wired: false);

        machine.Run(parent, Store(1));
        Assert.Equal("Contents", Assert.Throws<CheckFailedException>(() => machine.Run(child, Load(1))).Clause);
    }

    /// <summary>Another: a pmap that loses one of a frame's two mappings, so that one stays when the page is evicted.</summary>
    [Fact]
    public void Run_PmapThatListsOneOfTwoMappings_IsNoticedByALoad()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 4, tasks: 2);
        var (parent, child) = Fork(machine);
        machine.Run(child, Load(4));
        machine.Maps.Lists.Remove(FrameBehind(machine, parent, 4), child.Map, child.Mapped(AddressOf(4)));

        for (ulong page = 5; page <= 16; page++) machine.Run(parent, Store(page));
        Assert.Equal("Contents", Assert.Throws<CheckFailedException>(() => machine.Run(child, Load(4))).Clause);
    }

    [Fact]
    public void Exit_AllTasks_GivesEverythingBack()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 5, tasks: 2);
        var free = machine.FreeFrames;
        var text = machine.Open(new HashSet<ulong> { 9 });
        var parent = machine.Start(text, toWire: 2);
        for (ulong page = 1; page <= 9; page++) machine.Run(parent, Load(page));
        Assert.Equal(2, machine.WiredPages);
        var child = machine.Fork(parent);
        machine.Run(parent, Store(1));
        machine.Run(child, Load(9));
        machine.Run(child, Store(2));
        Assert.Equal(2, machine.WiredPages);
        Assert.True(machine.TablePages > 0);

        machine.Exit(parent);
        machine.Run(child, Load(1));
        machine.Exit(child);
        machine.Close(text);
        Assert.Equal((0, 0, free), (machine.ResidentPages, machine.TablePages, machine.FreeFrames));
        machine.Module.CheckInvariants();
    }

    /// <summary>Wired pages stay; the parent keeps its wiring when a page of a fork is copied for it.</summary>
    [Fact]
    public void Run_WiredPages_AreNotEvicted()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 6, tasks: 2, wired: 2);
        var (parent, _) = Fork(machine, toWire: 2);
        for (var round = 0; round < 3; round++)
        {
            machine.Run(parent, Store(1));
            for (ulong page = 3; page <= 10; page++) machine.Run(parent, Store(page));
        }

        var before = machine.Faults.PageFaults;
        machine.Run(parent, Load(1));
        machine.Run(parent, Load(2));
        Assert.Equal(before, machine.Faults.PageFaults);
        Assert.Equal(2, machine.WiredPages);
    }

    [Fact]
    public void Start_WithTheSameText_ShareItsPages()
    {
        var machine = new TraceMachine<Full, TPaging>(frames: 8, tasks: 2);
        var text = machine.Open(new HashSet<ulong> { 5, 6 });
        var (one, other) = (machine.Start(text), machine.Start(text));
        foreach (var task in new[] { one, other, one })
        {
            machine.Run(task, Load(5));
            machine.Run(task, Load(6));
        }

        Assert.Equal((2, 2, 0), (machine.Faults.Pageins, machine.Faults.MinorFaults, machine.Faults.ZeroFills));
        Assert.Throws<InvalidOperationException>(() => machine.Run(other, Store(5)));
    }
}
