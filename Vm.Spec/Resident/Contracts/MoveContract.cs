using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of putting a page that nobody has in the place of a pageable one, as <c>vm_page_seg_balance_page</c> does.</summary>
[Contract]
[MustHold(ResidentLock.Object, "source.Object")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Owns("target")]
[GivesUp("target")]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.WireCount", "Pages.Inactive", "Pages.Active", "Pages.Laundry", "Pages.ExternalLaundry",
    "Pages.Reference", "Pages.External", "Pages.Busy", "Pages.Wanted", "Pages.Tabled", "Pages.Fictitious", "Pages.Private", "Pages.Absent",
    "Pages.Error", "Pages.Dirty", "Pages.Precious", "Pages.Overwriting", "Pages.PageLock", "Pages.UnlockRequest", "Pages.Free",
    "Pages.Next", "Pages.ListNext", "Pages.ListPrev", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.LastAlloc",
    "Buckets.First", "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount",
    "Segments.ActiveCount", "Segments.InactiveCount", "AllocPaused", "ExternalPages", "ActiveCount", "InactiveCount", "WireCount")]
public static partial class MoveContract
{
    /// <summary>Rows exist.</summary>
    [Requires("both pages exist")]
    public static bool NotNull(PageId source, PageId target) => !source.IsNull && !target.IsNull;

    /// <summary>The page was pulled.</summary>
    [Requires("the page is on a paging queue, and neither in transit, waited for, absent, nor of an object that ends")]
    public static bool IsMovable(ResidentState s, PageId source) =>
        (s.Pages[source].Active || s.Pages[source].Inactive) && ResidentInvariants.CanMove(s, source);

    /// <summary>The other page is the caller's.</summary>
    [Requires("the other page is of a segment, not free, and in the template state")]
    public static bool IsFresh(ResidentState s, PageId target) =>
        !s.Pages[target].Free && target.V <= s.PhysicalPages && ResidentInvariants.IsWhole(s, target)
        && ResidentInvariants.IsTemplate(s, target);

    /// <summary>The other page has the place.</summary>
    [Ensures("the other page is tabled under the page's object and offset, and the page is free")]
    public static bool HasMoved(ResidentState s, PageId source, PageId target) =>
        s.Pages[target].Tabled && s.Pages[source].Free
        && s.Pages[target].Object == Spec.Old(s.Pages[source].Object)
        && s.Pages[target].Offset == Spec.Old(s.Pages[source].Offset);

    /// <summary>Nothing is forgotten about the contents.</summary>
    [Ensures("the other page is on the queue that the page was on, dirty and precious as it was, and not in transit")]
    public static bool IsAsBefore(ResidentState s, PageId source, PageId target) =>
        s.Pages[target].Active == Spec.Old(s.Pages[source].Active)
        && s.Pages[target].Inactive == Spec.Old(s.Pages[source].Inactive)
        && !s.Pages[target].Busy
        && (s.Pages[target].Dirty || !Spec.Old(s.Pages[source].Dirty))
        && s.Pages[target].Precious == Spec.Old(s.Pages[source].Precious);

    /// <summary>A use of the page is a use of its contents.</summary>
    [Ensures("the other page is marked as used if the page was")]
    public static bool KeepsReference(ResidentState s, PageId source, PageId target) =>
        s.Pages[target].Reference || !Spec.Old(s.Pages[source].Reference);
}
