using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_free</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "Pages.Next", "Pages.ListNext", "Pages.ListPrev",
    "mem.Object", "mem.Offset", "mem.WireCount", "mem.Inactive", "mem.Active", "mem.Laundry", "mem.ExternalLaundry",
    "mem.Reference", "mem.External", "mem.Busy", "mem.Wanted", "mem.Tabled", "mem.Private", "mem.Absent", "mem.Error", "mem.Dirty",
    "mem.Precious", "mem.Overwriting", "mem.PageLock", "mem.UnlockRequest",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.AbsentCount", "Objects.AllWanted", "Buckets.First",
    "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "FreeCount",
    "ExternalPages", "ActiveCount", "InactiveCount", "WireCount", "LaundryCount", "ExternalLaundryCount")]
public static partial class FreeContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>A page is freed once.</summary>
    [Requires("the page is not free")]
    public static bool NotFree(ResidentState s, PageId mem) => !s.Pages[mem].Free;

    /// <summary>The page has memory to give back.</summary>
    [Requires("the page is real")]
    public static bool IsReal(ResidentState s, PageId mem) => !s.Pages[mem].Fictitious && !s.Pages[mem].Private;

    /// <summary>An absent page is absent from an object.</summary>
    [Requires("an absent page is tabled")]
    public static bool AbsentFromObject(ResidentState s, PageId mem) => !s.Pages[mem].Absent || s.Pages[mem].Tabled;

    /// <summary>The page is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;
}
