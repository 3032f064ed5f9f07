using Vm.Machine;
using Vm.Paging;
using Vm.Tests.Pmap;
using Vm.Vocabulary;

namespace Vm.Tests.Machine;

/// <summary>Contents survive translation and paging, and damage to either is noticed.</summary>
public sealed class TraceMachineTests
{
    static TraceRecord Store(ulong page) => new(RecordKind.Store, page << 12, 8);

    static TraceRecord Load(ulong page) => new(RecordKind.Load, page << 12, 8);

    static void StoreAndLoadAll(TraceMachine<Full> machine)
    {
        for (ulong page = 1; page <= 8; page++) machine.Run(Store(page));
        for (ulong page = 1; page <= 8; page++) machine.Run(Load(page));
    }

    [Fact]
    public void Run_MorePagesThanFrames_LoadsWhatWasStored()
    {
        var machine = new TraceMachine<Full>(frames: 3);
        StoreAndLoadAll(machine);
        Assert.Equal(8, machine.LoadsChecked);
        Assert.Equal(8, machine.Faults.ZeroFills);
        Assert.True(machine.Faults.Pageins >= 5);
    }

    /// <summary>The pageout daemon on its own thread, and the program on this one.</summary>
    [Fact]
    public void Run_PageoutInTheBackground_LoadsWhatWasStored()
    {
        using var machine = new TraceMachine<Full>(frames: 3, inBackground: true);
        for (var round = 0; round < 20; round++) StoreAndLoadAll(machine);
        Assert.Equal(20 * 8, machine.LoadsChecked);
        Assert.True(machine.DirtyEvictions > 20);
        machine.Module.CheckInvariants();
    }

    [Fact]
    public void Run_PmapThatForgetsToInvalidate_IsNoticedByALoad()
    {
        var machine = new TraceMachine<Full>(frames: 3, invalidated: new DeafCache());
        Assert.Equal("Contents", Assert.Throws<CheckFailedException>(() => StoreAndLoadAll(machine)).Clause);
    }

    [Fact]
    public void Run_ModuleThatIsDamaged_IsNoticedByTheCatalogue()
    {
        var machine = new TraceMachine<Full>(frames: 3);
        machine.Run(Store(1));
        machine.Module.State.ActiveCount++;
        Assert.Equal("ActiveCount", Assert.Throws<CheckFailedException>(() => machine.Run(Store(2))).Clause);
    }

    [Fact]
    public void Run_AllPagesWired_SaysThatNoneCanGo()
    {
        var machine = new TraceMachine<Full>(frames: 1);
        machine.Run(Store(1));
        var s = machine.Module.State;
        var mem = s.Pages.First();
        using (s.Objects[s.Pages[mem].Object].Lock.Enter())
        using (s.PageQueuesLock.Enter())
        {
            machine.Module.Wire(mem);
        }

        var stopped = Assert.Throws<InvalidOperationException>(() => machine.Run(Store(2)));
        Assert.StartsWith("all memory is wired", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PageReadAgain_HasItsSecondChance()
    {
        var machine = new TraceMachine<Full>(frames: 3);
        for (ulong page = 1; page <= 8; page++)
        {
            machine.Run(Store(page));
            machine.Run(Load(1));
        }

        Assert.Equal(8, machine.Faults.PageFaults);
    }

    [Fact]
    public void Handle_ProtectionFault_IsRefused()
    {
        var machine = new TraceMachine<Full>(frames: 1);
        var stopped = Assert.Throws<InvalidOperationException>(
            () => machine.Faults.Handle(VirtualAddress.Of(0x1000), new PageFaultError { Present = true, Write = true, User = true }));
        Assert.Equal("page fault at 0x1000 that no page can satisfy: protection, user write", stopped.Message);
    }
}
