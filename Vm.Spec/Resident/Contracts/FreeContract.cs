using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_free</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Owns("mem", Unless = "mem.Tabled")]
[GivesUp("mem")]
[Modifies(
    "mem.Free", "Pages.NodeNext", "Pages.NodePrev", "mem.Type", "Pages.Order", "Pages.Next", "Pages.ListNext", "Pages.ListPrev",
    "mem.Object", "mem.Offset", "mem.WireCount", "mem.Inactive", "mem.Active", "mem.Laundry", "mem.ExternalLaundry",
    "mem.Reference", "mem.External", "mem.Busy", "mem.Wanted", "mem.Awaited", "mem.Tabled", "mem.Private", "mem.Fictitious", "mem.Frame", "FictitiousCount", "mem.Absent", "mem.Error", "mem.Dirty",
    "mem.Precious", "mem.Overwriting", "mem.PageLock", "mem.UnlockRequest",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.AbsentCount", "Objects.AllWanted", "Buckets.First",
    "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused",
    "ExternalPages", "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount", "WireCount", "LaundryCount", "ExternalLaundryCount")]
public static partial class FreeContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>A page is freed once.</summary>
    [Requires("the page is not free")]
    public static bool NotFree(ResidentState s, PageId mem) => !s.Pages[mem].Free;

    /// <summary>The page is a page.</summary>
    [Requires("the page's kind agrees with its address")]
    public static bool IsWhole(ResidentState s, PageId mem) => ResidentInvariants.IsWhole(s, mem);

    /// <summary>An absent page is absent from an object.</summary>
    [Requires("an absent page is tabled")]
    public static bool AbsentFromObject(ResidentState s, PageId mem) => !s.Pages[mem].Absent || s.Pages[mem].Tabled;

    /// <summary>The page is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;

    /// <summary>An absent page was counted.</summary>
    [Ensures("an absent page is no longer counted in its object's absent_count")]
    public static bool AbsentUncounted(ResidentState s, PageId mem) =>
        !Spec.Old(s.Pages[mem].Absent)
        || s.Objects[Spec.Old(s.Pages[mem].Object)].AbsentCount == Spec.Old(s.Objects[s.Pages[mem].Object].AbsentCount) - 1;
}
