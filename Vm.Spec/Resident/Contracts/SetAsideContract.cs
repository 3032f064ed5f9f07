using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of moving a page to an object of its own and holding its place, as <c>vm_pageout_setup</c> does.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object")]
[MustHold(ResidentLock.Object, "copy")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Owns("holding")]
[GivesUp("holding")]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.Tabled", "Pages.External", "Pages.Active", "Pages.Inactive", "Pages.Reference",
    "mem.Busy", "mem.Wanted", "mem.Awaited", "mem.Dirty", "mem.Precious", "mem.PageLock", "mem.UnlockRequest",
    "Pages.Next", "Pages.ListNext", "Pages.ListPrev", "Pages.NodeNext", "Pages.NodePrev",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.LastAlloc", "Buckets.First", "Queues.First", "Queues.Last",
    "ExternalPages", "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class SetAsideContract
{
    /// <summary>Rows exist.</summary>
    [Requires("the pages and the object exist")]
    public static bool NotNull(PageId mem, PageId holding, ObjectId copy) => !mem.IsNull && !holding.IsNull && !copy.IsNull;

    /// <summary>The page is on its way out.</summary>
    [Requires("the page is tabled, in transit, real, and has its contents")]
    public static bool IsLeaving(ResidentState s, PageId mem) =>
        s.Pages[mem].Tabled && s.Pages[mem].Busy && !s.Pages[mem].Fictitious && !s.Pages[mem].Private && !s.Pages[mem].Absent;

    /// <summary>The placeholder is the caller's.</summary>
    [Requires("the placeholder is fictitious, and neither tabled, free, absent, on a paging queue, nor counted as external")]
    public static bool HoldsNothing(ResidentState s, PageId holding) =>
        s.Pages[holding].Fictitious && ResidentInvariants.IsWhole(s, holding)
        && !s.Pages[holding].Tabled && !s.Pages[holding].Free && !s.Pages[holding].Absent
        && !s.Pages[holding].Active && !s.Pages[holding].Inactive && !s.Pages[holding].External;

    /// <summary>The object is for this page alone.</summary>
    [Requires("the object is another than the page's and has no page at offset 0", WholeState = true)]
    public static bool IsEmpty(ResidentState s, PageId mem, ObjectId copy) =>
        copy != s.Pages[mem].Object && InsertContract.KeyIsFree(s, copy, 0);

    /// <summary>The page has moved.</summary>
    [Ensures("the page is at offset 0 of the object, dirty, and the placeholder at its old place")]
    public static bool HasMoved(ResidentState s, PageId mem, PageId holding, ObjectId copy) =>
        s.Pages[mem].Tabled && s.Pages[mem].Object == copy && s.Pages[mem].Offset == 0 && s.Pages[mem].Dirty
        && s.Pages[holding].Tabled && s.Pages[holding].Object == Spec.Old(s.Pages[mem].Object)
        && s.Pages[holding].Offset == Spec.Old(s.Pages[mem].Offset);

    /// <summary>The page is between two pagers.</summary>
    [Ensures("the page is not in transit, not wanted, not precious, and not locked")]
    public static bool IsReset(ResidentState s, PageId mem) =>
        !s.Pages[mem].Busy && !s.Pages[mem].Wanted && !s.Pages[mem].Precious
        && s.Pages[mem].PageLock == Protection.None && s.Pages[mem].UnlockRequest == Protection.None;
}
