using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_seg_balance_page</c>.</summary>
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
    "Segments.ActiveCount", "Segments.InactiveCount", "AllocPaused", "ExternalPages", "ActiveCount", "InactiveCount", "WireCount")]
public static partial class MovePageContract
{
    /// <summary>Memory is moved to where it is short.</summary>
    [Ensures("a page is moved only from a segment that is short of free pages to one that is not")]
    public static bool IsNeeded(ResidentState s, SegmentId from, SegmentId to) =>
        !Spec.Result<bool>()
        || (Spec.Old(s.Segments[from].FreeCount) < s.Segments[from].HighFree
            && Spec.Old(s.Segments[to].FreeCount) > s.Segments[to].HighFree
            && Spec.Old(s.Segments[from].ActiveCount) + Spec.Old(s.Segments[from].InactiveCount) != 0);
}
