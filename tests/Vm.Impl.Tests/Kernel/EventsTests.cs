using Vm.Kernel;

namespace Vm.Tests.Kernel;

public sealed class EventsTests
{
    readonly Events events = new();
    readonly KernelEvent page = new(EventKind.Page, 7);

    [Fact]
    public void ThreadBlock_WokenBeforeItBlocks_DoesNotSleep()
    {
        events.AssertWait(page);
        Assert.Equal(1, events.Wakeup(page));
        events.ThreadBlock();
        Assert.False(events.HasWaiter(page));
    }

    [Fact]
    public void Wakeup_OfAnotherEvent_WakesNobody()
    {
        events.AssertWait(page);
        Assert.Equal(0, events.Wakeup(page with { Index = 8 }));
        Assert.Equal(0, events.Wakeup(page with { Kind = EventKind.Object }));
        Assert.True(events.HasWaiter(page));
    }

    [Fact]
    public void Wakeup_SleepingThreads_WakesAll()
    {
        using var asserted = new CountdownEvent(3);
        var sleepers = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            events.AssertWait(page);
            asserted.Signal();
            events.ThreadBlock();
        })).ToList();
        sleepers.ForEach(thread => thread.Start());
        asserted.Wait();
        Assert.Equal(3, events.Wakeup(page));
        Assert.All(sleepers, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public void AssertWait_Twice_IsRefused()
    {
        events.AssertWait(page);
        Assert.Throws<InvalidOperationException>(() => events.AssertWait(page));
    }
}
