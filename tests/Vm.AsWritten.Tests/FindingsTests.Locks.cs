using Vm.Cli.Scenarios;
using Vm.Explore;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.AsWritten.Tests;

/// <summary>Findings that take several threads: each has a schedule that fails, and the module as it is repaired has none.</summary>
public sealed partial class FindingsTests
{
    const int Bound = 2;

    static Failure Fails(string scenario, FailureKind kind, string says)
    {
        var failure = Explorer.Explore(AsWrittenScenarios.Of(scenario), Bound).Failure;
        Assert.NotNull(failure);
        Assert.Equal(kind, failure.Kind);
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Message, Explorer.Replay(AsWrittenScenarios.Of(scenario), failure.Schedule)?.Message);
        return failure;
    }

    [Fact]
    public void ConvertAsWritten_PageBeforeIsActivated_IsOnTwoQueues() => Fails("convert-activate", FailureKind.Broken, "Queue");

    [Fact]
    public void ConvertLockedAsWritten_Waiter_IsNeverWoken() =>
        Fails("convert-waiter", FailureKind.Asleep, "waiter sleeps on Page");

    [Fact]
    public void EvictFromAsWritten_PagerTouchesThePage_Deadlocks() =>
        Fails("evict-order", FailureKind.Deadlock, "pager takes PageQueues");

    [Fact]
    public void EvictFromAsWritten_PagerIsDoneAtOnce_LocksNoObject() =>
        Fails("evict-gone", FailureKind.Stopped, "the page is still in an object");

    [Fact]
    public void EvictFromAsWritten_ObjectIsLockedMeanwhile_GoesOnWithoutAPage() =>
        Fails("evict-stale", FailureKind.Stopped, "there is a page of the object that is evicted from");

    [Fact]
    public void EnterExternalLaundryAsWritten_CountBeginsAnew_IsLost() =>
        Fails("external-laundry", FailureKind.Broken, "a count that began anew");

    [Fact]
    public void EvictFromAsWritten_PageWithAnError_UncountsLaundry()
    {
        var off = new Module<Off>();
        var obj = off.Operations.CreateObject(isInternal: false, ResidentState.PageSize);
        PageId mem;
        using (off.State.Objects[obj].Lock.Enter())
        {
            mem = off.Operations.Alloc(obj, 0);
            off.Operations.PageWakeupDone(mem);
            using (off.State.PageQueuesLock.Enter()) off.Operations.Activate(mem);
        }

        (off[mem].Dirty, off[mem].Error) = (true, true);
        off.Operations.CheckInvariants();
        Assert.Throws<PanicException>(() => off.Operations.EvictFromAsWritten(new SegmentId(0), externalOnly: true, allocPaused: true));

        Assert.Equal(-1, off.State.LaundryCount);
        Assert.False(ResidentInvariants.LaundryCount(off.State));
    }
}
