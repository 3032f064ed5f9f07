using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_balance</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.PageQueues)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.WireCount", "Pages.Inactive", "Pages.Active", "Pages.Laundry", "Pages.ExternalLaundry",
    "Pages.Reference", "Pages.External", "Pages.Busy", "Pages.Wanted", "Pages.Tabled", "Pages.Fictitious", "Pages.Private", "Pages.Absent",
    "Pages.Error", "Pages.Dirty", "Pages.Precious", "Pages.Overwriting", "Pages.PageLock", "Pages.UnlockRequest", "Pages.Free",
    "Pages.Next", "Pages.ListNext", "Pages.ListPrev", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.LastAlloc",
    "Buckets.First", "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount",
    "Segments.ActiveCount", "Segments.InactiveCount", "AllocPaused", "ExternalLaundryCount", "ExternalPages", "ActiveCount", "InactiveCount", "WireCount")]
public static partial class BalanceContract
{
    /// <summary>What the answer means.</summary>
    [Ensures("allocation goes on only if it is no longer paused, and the pageout daemon then does not expect to be told of external laundry")]
    public static bool GoesOn(ResidentState s) => !Spec.Result<bool>() || (!s.AllocPaused && s.ExternalLaundryCount == -1);
}
