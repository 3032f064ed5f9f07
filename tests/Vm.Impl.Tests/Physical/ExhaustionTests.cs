using Vm.Kernel;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

/// <summary>Memory runs out, is had again, and no page is lost on the way.</summary>
public sealed class ExhaustionTests
{
    [Fact]
    public void Grab_OnlyTheReserveIsLeft_IsForPrivilegedThreads()
    {
        var pressed = new PressedModule<Full>();
        var taken = 0;
        while (!pressed.Module.Grab().IsNull) taken++;

        Assert.True(pressed.State.AllocPaused);
        Assert.True(pressed.Starts > 0);
        Assert.Equal(PressedModule<Full>.Min, pressed.FreePages);
        Assert.Equal(pressed.Frames - PressedModule<Full>.Min, taken);
        Assert.True(pressed.Module.Grab().IsNull);

        for (var left = PressedModule<Full>.Min; left > 0; left--)
            Assert.False(PressedModule<Full>.Privileged(pressed.Module.Grab).IsNull);
        Assert.Equal(0, pressed.FreePages);
        var stopped = Assert.Throws<PanicException>(() => PressedModule<Full>.Privileged(pressed.Module.Grab));
        Assert.Equal("vm_page_alloc_pa", stopped.Function);
    }

    [Fact]
    public void Wait_Paused_BlocksUntilPageoutIsDone()
    {
        var pressed = new PressedModule<Contracts>();
        var obj = pressed.Module.CreateObject(isInternal: true, 1 << 20);
        pressed.AllocMany(obj, 15);
        Assert.True(pressed.State.AllocPaused);

        var waiting = new Thread(pressed.Module.Wait);
        waiting.Start();
        var events = (Events)pressed.Module.Events;
        Assert.True(SpinWait.SpinUntil(() => events.HasWaiter(new(EventKind.AllocPaused, 0)), TimeSpan.FromSeconds(10)));
        RunPageout(pressed);
        Assert.True(waiting.Join(TimeSpan.FromSeconds(10)));
        Assert.False(pressed.Alloc(obj, 1000).IsNull);
    }

    /// <summary>Balancing alone is enough where another segment has memory.</summary>
    [Fact]
    public void Alloc_OneSegmentExhausted_GoesOnAfterBalancing()
    {
        var pressed = new PressedModule<Full>(segments: 2);
        var obj = pressed.Module.CreateObject(isInternal: true, 1 << 20);
        ulong page = 0;
        while (!pressed.Alloc(obj, page).IsNull) page += 2;

        Assert.True(pressed.Balance());
        Assert.False(pressed.Alloc(obj, page).IsNull);
        Assert.Equal(pressed.Frames, pressed.FreePages + pressed.TabledPages);
    }

    [Fact]
    public void Cycles_HundredThousand_LoseNoPage()
    {
        const int Cycles = 100_000, ChecksEvery = 5_000;
        var pressed = new PressedModule<Off>(frames: 10);
        var random = new Random(7);
        ObjectId[] objects =
            [pressed.Module.CreateObject(isInternal: true, 1 << 20), pressed.Module.CreateObject(isInternal: false, 1 << 20)];
        ulong next = 0;
        for (var cycle = 1; cycle <= Cycles; cycle++)
        {
            PageId mem;
            while (!(mem = pressed.Alloc(objects[random.Next(2)], next += 2)).IsNull) pressed[mem].Dirty = random.Next(4) == 0;
            Assert.True(pressed.State.AllocPaused);

            RunPageout(pressed);
            if (random.Next(8) == 0) FreeSome(pressed, objects);

            Assert.False(pressed.State.AllocPaused);
            Assert.Equal(pressed.Frames, pressed.FreePages + pressed.TabledPages);
            if (cycle % ChecksEvery == 0) pressed.Module.CheckInvariants();
        }

        Assert.Equal(0, pressed.State.LaundryCount);
        Assert.True(pressed.Module.Pageouts > Cycles / 10);
    }

    /// <summary>What the daemon does when it is asked for, with the pagers served whenever it waits.</summary>
    static void RunPageout<TMode>(PressedModule<TMode> pressed)
        where TMode : struct, ICheckMode
    {
        using var signals = new PageoutSignals();
        signals.Start();
        new PageoutDaemon<TMode>(pressed.Module, signals).RunPending(pressed.ServePagers);
        pressed.ServePagers();
    }

    static void FreeSome(PressedModule<Off> pressed, ObjectId[] objects)
    {
        foreach (var obj in objects)
        {
            if (!pressed.State.Objects[obj].First.IsNull) pressed.Free(pressed.State.Objects[obj].First);
        }
    }
}
