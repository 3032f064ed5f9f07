using Vm.Kernel;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

public sealed class PageoutDaemonTests
{
    readonly PressedModule<Full> pressed = new();

    public PageoutDaemonTests() => pressed.AllocMany(pressed.Module.CreateObject(isInternal: true, 1 << 20), 15);

    [Fact]
    public void RunPending_NotAskedFor_DoesNothing()
    {
        using var signals = new PageoutSignals();
        new PageoutDaemon<Full>(pressed.Module, signals).RunPending(() => Assert.Fail("nobody was waited for"));
        Assert.Equal(15, pressed.TabledPages);
    }

    [Fact]
    public void RunPending_AskedFor_MakesEnoughMemoryFree()
    {
        using var signals = new PageoutSignals();
        signals.Start();
        new PageoutDaemon<Full>(pressed.Module, signals).RunPending(() => Assert.Fail("all pages are clean"));
        Assert.True(pressed.State.Segments[new SegmentId(0)].FreeCount >= PressedModule<Full>.High);
        Assert.Equal((false, false), (pressed.State.AllocPaused, KernelThread.VmPrivilege));
    }

    [Fact]
    public void RunPending_DirtyPages_WaitsForThePagers()
    {
        foreach (var mem in pressed.State.Pages)
        {
            if (pressed[mem].Tabled) pressed[mem].Dirty = true;
        }

        var waits = 0;
        using var signals = new PageoutSignals();
        signals.Start();
        new PageoutDaemon<Full>(pressed.Module, signals).RunPending(() =>
        {
            waits++;
            pressed.ServePagers();
        });
        Assert.Equal((true, false), (waits > 0, pressed.State.AllocPaused));
    }

    /// <summary>The same loop on its own thread.</summary>
    [Fact]
    public void Run_OnItsOwnThread_LetsWaitingThreadsGoOn()
    {
        using var signals = new PageoutSignals();
        using var end = new CancellationTokenSource();
        var daemon = new Thread(() => new PageoutDaemon<Full>(pressed.Module, signals).Run(() => { }, end.Token));
        daemon.Start();
        signals.Start();
        pressed.Module.Wait();
        Assert.False(pressed.State.AllocPaused);
        end.Cancel();
        Assert.True(daemon.Join(TimeSpan.FromSeconds(10)));
    }
}
