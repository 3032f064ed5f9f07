using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_convert</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object")]
[MustNotHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.PageQueues)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.WireCount", "Pages.Inactive", "Pages.Active", "Pages.Laundry", "Pages.ExternalLaundry",
    "Pages.Reference", "Pages.External", "Pages.Busy", "Pages.Wanted", "Pages.Awaited", "Pages.Tabled", "Pages.Fictitious", "Pages.Private", "Pages.Absent",
    "Pages.Error", "Pages.Dirty", "Pages.Precious", "Pages.Overwriting", "Pages.PageLock", "Pages.UnlockRequest", "Pages.Free", "Pages.Frame",
    "Pages.Next", "Pages.ListNext", "Pages.ListPrev", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.AbsentCount", "Objects.AllWanted", "Objects.LastAlloc",
    "Buckets.First", "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount",
    "Segments.ActiveCount", "Segments.InactiveCount", "AllocPaused", "ExternalPages", "ActiveCount", "InactiveCount",
    "WireCount", "LaundryCount", "ExternalLaundryCount", "FictitiousCount")]
public static partial class ConvertContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page is fictitious.</summary>
    [Requires("the page is fictitious and tabled")]
    public static bool IsFictitious(ResidentState s, PageId mem) => s.Pages[mem].Fictitious && s.Pages[mem].Tabled;

    /// <summary>The real page has the place of the other.</summary>
    [Ensures("if a real page came, it is tabled under the object and offset of the fictitious one, which is free")]
    public static bool HasMoved(ResidentState s, PageId mem) =>
        Spec.Result<PageId>().IsNull
        || (s.Pages[Spec.Result<PageId>()].Tabled && s.Pages[mem].Free
            && s.Pages[Spec.Result<PageId>()].Object == Spec.Old(s.Pages[mem].Object)
            && s.Pages[Spec.Result<PageId>()].Offset == Spec.Old(s.Pages[mem].Offset));

    /// <summary>The real page is what the other was.</summary>
    [Ensures("the real page has the wirings and the flags of the fictitious one, except those that tell its kind and who waits for it")]
    public static bool IsAlike(ResidentState s, PageId mem) =>
        Spec.Result<PageId>().IsNull
        || (s.Pages[Spec.Result<PageId>()].WireCount == Spec.Old(s.Pages[mem].WireCount)
            && s.Pages[Spec.Result<PageId>()].Laundry == Spec.Old(s.Pages[mem].Laundry)
            && s.Pages[Spec.Result<PageId>()].ExternalLaundry == Spec.Old(s.Pages[mem].ExternalLaundry)
            && s.Pages[Spec.Result<PageId>()].Reference == Spec.Old(s.Pages[mem].Reference)
            && s.Pages[Spec.Result<PageId>()].Busy == Spec.Old(s.Pages[mem].Busy)
            && s.Pages[Spec.Result<PageId>()].Absent == Spec.Old(s.Pages[mem].Absent)
            && s.Pages[Spec.Result<PageId>()].Error == Spec.Old(s.Pages[mem].Error)
            && s.Pages[Spec.Result<PageId>()].Dirty == Spec.Old(s.Pages[mem].Dirty)
            && s.Pages[Spec.Result<PageId>()].Precious == Spec.Old(s.Pages[mem].Precious)
            && s.Pages[Spec.Result<PageId>()].Overwriting == Spec.Old(s.Pages[mem].Overwriting)
            && s.Pages[Spec.Result<PageId>()].PageLock == Spec.Old(s.Pages[mem].PageLock)
            && s.Pages[Spec.Result<PageId>()].UnlockRequest == Spec.Old(s.Pages[mem].UnlockRequest));
}
