using Vm.Kernel;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.AsWritten.Tests;

/// <summary>For each page of <c>docs/findings</c>: its shortest sequence of operations, and the check that stops it.</summary>
public sealed partial class FindingsTests
{
    readonly Module<Full> vm = new();

    static void Stops(string operation, string clause, Action sequence)
    {
        var failure = Assert.Throws<CheckFailedException>(sequence);
        Assert.Equal((operation, clause), (failure.Operation, failure.Clause));
    }

    [Fact]
    public void ConvertAsWritten_LockedAsItsCommentAsks_LacksThePageQueuesLock()
    {
        var mem = vm.InsertFictitious(0);
        Stops("Remove", "MustHold(PageQueues)", () => vm.WithObject(() => vm.Operations.ConvertAsWritten(mem)));
    }

    [Fact]
    public void ConvertLockedAsWritten_WiredPage_LeavesTheWiringUncounted()
    {
        var mem = vm.InsertFictitious(0);
        vm.Locked(() => vm.Operations.Wire(mem));
        Stops("Insert", "WireCount", () => vm.WithObject(() => vm.Operations.ConvertLockedAsWritten(mem)));
    }

    [Fact]
    public void ConvertLockedAsWritten_AbsentPage_FreesItWithItsMark()
    {
        var mem = vm.InsertFictitious(0);
        vm[mem].Absent = true;
        vm.State.Objects[vm.Object].AbsentCount = 1;
        Stops("ReleaseFictitious", "IsTemplate", () => vm.WithObject(() => vm.Operations.ConvertLockedAsWritten(mem)));
    }

    [Fact]
    public void ConvertLockedAsWritten_AwaitedPage_LeavesTheWaiterAsleep()
    {
        var off = new Module<Off>();
        var mem = off.InsertFictitious(0);
        off.Operations.PageAssertWait(mem);

        var real = off.WithObject(() => off.Operations.ConvertLockedAsWritten(mem));
        Assert.True(off[real].Wanted);
        off.Operations.PageWakeupDone(real);

        Assert.False(off[real].Wanted);
        Assert.True(off.Events.HasWaiter(new(EventKind.Page, mem.V)));
    }

    [Fact]
    public void ConvertLockedAsWritten_UntouchedPage_IsWell()
    {
        var mem = vm.InsertFictitious(0);
        Assert.False(vm.WithObject(() => vm.Operations.ConvertLockedAsWritten(mem)).IsNull);
    }

    [Fact]
    public void InitAsWritten_PageBeingOverwritten_KeepsTheMark()
    {
        var mem = vm.Operations.Grab();
        vm[mem].Overwriting = true;
        Stops("InitAsWritten", "IsTemplate", () => vm.Operations.InitAsWritten(mem));
    }

    [Fact]
    public void FreeBlockAsWritten_WiredPage_IsFreeAndWired()
    {
        var mem = vm.Operations.GrabContig(2 * ResidentState.PageSize, Selector.DirectMap);
        vm.Locked(() => vm.Operations.Wire(new PageId(mem.V + 1)));
        Stops("FreeBlockAsWritten", "FreePristine", () => vm.Operations.FreeBlockAsWritten(mem, order: 1));
    }

    [Fact]
    public void ManageAsWritten_ReservedPage_IsOnAFreeListAndNotFree() =>
        Stops("ManageAsWritten", "IsFree", () => vm.Operations.ManageAsWritten(new PageId(1)));

    [Fact]
    public void WireAsWritten_GreatestCount_WrapsToZero()
    {
        var mem = vm.Alloc(0);
        var off = new ResidentModule<Off>(vm.State);
        vm.Locked(() =>
        {
            for (var i = 0; i < Page.MaxWireCount; i++) off.WireAsWritten(mem);
        });
        vm.Operations.CheckInvariants();

        Stops("WireAsWritten", "WireCount", () => vm.Locked(() => vm.Operations.WireAsWritten(mem)));
    }

    [Fact]
    public void ActivateAsWritten_RemovedPage_IsQueuedAndNotTabled()
    {
        var mem = vm.Alloc(0);
        vm.Locked(() => vm.Operations.Remove(mem));
        Stops("ActivateAsWritten", "QueueExclusive", () => vm.Locked(() => vm.Operations.ActivateAsWritten(mem)));
    }

    [Fact]
    public void RenameAsWritten_AbsentPage_LeavesItsCountBehind()
    {
        var mem = vm.Alloc(0);
        vm[mem].Absent = true;
        vm.State.Objects[vm.Object].AbsentCount = 1;
        var other = vm.Operations.CreateObject(isInternal: true, 1 << 20);
        Stops("Insert", "AbsentIsCounted", () => vm.WithObject(() =>
        {
            using (vm.State.Objects[other].Lock.Enter()) vm.Operations.RenameAsWritten(mem, other, 0);
            return mem;
        }));
    }
}
