using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_replace</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "obj")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.WireCount", "Pages.Inactive", "Pages.Active", "Pages.Laundry", "Pages.ExternalLaundry",
    "Pages.Reference", "Pages.External", "Pages.Busy", "Pages.Wanted", "Pages.Awaited", "Pages.Tabled", "Pages.Fictitious", "Pages.Private", "Pages.Absent",
    "Pages.Error", "Pages.Dirty", "Pages.Precious", "Pages.Overwriting", "Pages.PageLock", "Pages.UnlockRequest", "Pages.Free", "Pages.Frame",
    "Pages.Next", "Pages.ListNext", "Pages.ListPrev", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.AbsentCount", "Objects.AllWanted", "Objects.LastAlloc",
    "Buckets.First", "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount",
    "Segments.ActiveCount", "Segments.InactiveCount", "AllocPaused", "ExternalPages", "ActiveCount", "InactiveCount",
    "WireCount", "LaundryCount", "ExternalLaundryCount", "FictitiousCount")]
public static partial class ReplaceContract
{
    /// <summary>Rows exist.</summary>
    [Requires("the page and the object exist")]
    public static bool NotNull(PageId mem, ObjectId obj) => !mem.IsNull && !obj.IsNull;

    /// <summary>The page is the caller's.</summary>
    [Requires("the page is neither tabled nor free")]
    public static bool NotTabled(ResidentState s, PageId mem) => !s.Pages[mem].Tabled && !s.Pages[mem].Free;

    /// <summary>The page is on no queue.</summary>
    [Requires("the page is on no paging queue and not counted as external")]
    public static bool OnNoQueue(ResidentState s, PageId mem) =>
        !s.Pages[mem].Active && !s.Pages[mem].Inactive && !s.Pages[mem].External;

    /// <summary>The page has its data.</summary>
    [Requires("the page is not absent")]
    public static bool NotAbsent(ResidentState s, PageId mem) => !s.Pages[mem].Absent;

    /// <summary>The page is a page.</summary>
    [Requires("the page's kind agrees with its address")]
    public static bool IsWhole(ResidentState s, PageId mem) => ResidentInvariants.IsWhole(s, mem);

    /// <summary>The page is found under the key.</summary>
    [Ensures("the page is tabled under the object and offset")]
    public static bool IsTabled(ResidentState s, PageId mem, ObjectId obj, ulong offset) =>
        s.Pages[mem].Tabled && s.Pages[mem].Object == obj && s.Pages[mem].Offset == offset;
}
