using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_balance_once</c>. From which segment to which, <see cref="MovePageContract"/> says.</summary>
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
public static partial class BalanceOnceContract;
