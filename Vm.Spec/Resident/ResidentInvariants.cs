using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The catalogue of what holds between operations.</summary>
public static class ResidentInvariants
{
    /// <summary>The hash chains.</summary>
    [Invariant("a page is tabled iff it is in the chain of bucket hash(object, offset), and there once", WholeState = true)]
    public static bool TabledInChain(ResidentState s) =>
        Spec.Chain(s.Buckets, s.Pages,
            head: b => s.Buckets[b].First,
            next: p => s.Pages[p].Next,
            member: p => s.Pages[p].Tabled,
            key: p => ResidentHash.Hash(s, s.Pages[p].Object, s.Pages[p].Offset));

    /// <summary>The objects' lists of pages.</summary>
    [Invariant("a page is tabled iff it is in its object's memq, and there once", WholeState = true)]
    public static bool TabledInMemq(ResidentState s) =>
        Spec.Queue(s.Objects, s.Pages,
            first: o => s.Objects[o].First,
            last: o => s.Objects[o].Last,
            next: p => s.Pages[p].ListNext,
            prev: p => s.Pages[p].ListPrev,
            member: p => s.Pages[p].Tabled,
            key: p => s.Pages[p].Object);

    /// <summary>A tabled page belongs to an object.</summary>
    [Invariant("a tabled page has an object and is not free")]
    public static bool TabledHasObject(ResidentState s, PageId p) =>
        !s.Pages[p].Tabled || (!s.Pages[p].Object.IsNull && !s.Pages[p].Free);

    /// <summary>Keys are unique.</summary>
    [Invariant("no two tabled pages have the same object and offset", WholeState = true)]
    public static bool UniqueKey(ResidentState s) =>
        Spec.Unique(s.Pages,
            where: p => s.Pages[p].Tabled,
            key: p => (s.Pages[p].Object, s.Pages[p].Offset));

    /// <summary>The objects' counts.</summary>
    [Invariant("an object's resident_page_count is the number of its tabled pages", WholeState = true)]
    public static bool ResidentCount(ResidentState s, ObjectId o) =>
        s.Objects[o].ResidentPageCount == Spec.Count(s.Pages, p => s.Pages[p].Tabled && s.Pages[p].Object == o);

    /// <summary>The objects' counts of absent pages; who has taken a page's mark away and has yet to tell is counted too.</summary>
    [Invariant("an object's absent_count is at least the number of its absent pages", WholeState = true)]
    public static bool AbsentCount(ResidentState s, ObjectId o) =>
        s.Objects[o].AbsentCount
        >= Spec.Count(s.Pages, p => s.Pages[p].Tabled && s.Pages[p].Absent && s.Pages[p].Object == o);

    /// <summary>The count of wired pages.</summary>
    [Invariant("vm_page_wire_count is the number of wired pages that are neither private nor fictitious", WholeState = true)]
    public static bool WireCount(ResidentState s) =>
        s.WireCount == Spec.Count(s.Pages,
            p => s.Pages[p].WireCount != 0 && !s.Pages[p].Private && !s.Pages[p].Fictitious);

    /// <summary>Free pages are clean slates.</summary>
    [Invariant("a free page is in the template state: not tabled, on no paging queue, not wired, not absent, nobody waiting, no stale flag")]
    public static bool FreePristine(ResidentState s, PageId p) =>
        !s.Pages[p].Free || IsTemplate(s, p);

    /// <summary>The count of free pages.</summary>
    [Invariant("a segment's nr_free_pages is the number of its pages in free blocks", WholeState = true)]
    public static bool FreeCount(ResidentState s, SegmentId g) =>
        s.Segments[g].FreeCount == Spec.Count(s.Pages,
            p => s.Pages[p].Free && !s.Pages[p].Fictitious && !FreeLists.IsPool(s.Pages[p].Order) && new SegmentId(s.Pages[p].Segment) == g);

    /// <summary>The count of free fictitious pages.</summary>
    [Invariant("vm_page_fictitious_count is the number of free fictitious pages", WholeState = true)]
    public static bool FictitiousCount(ResidentState s) =>
        s.FictitiousCount == Spec.Count(s.Pages, p => s.Pages[p].Free && s.Pages[p].Fictitious);

    /// <summary>The allocator's lists.</summary>
    [Invariant("a free list holds exactly the heads of the free blocks of its order, the pages of its pool or the free fictitious pages, each once", WholeState = true)]
    public static bool FreeListed(ResidentState s) =>
        Spec.Chain(s.FreeLists, s.Pages,
            head: k => s.FreeLists[k].First,
            next: p => s.Pages[p].NodeNext,
            member: p => IsListed(s, p),
            key: p => ListOf(s, p));

    /// <summary>The lengths of the allocator's lists.</summary>
    [Invariant("a free list's size is the number of pages on it", WholeState = true)]
    public static bool FreeListSize(ResidentState s, FreeListId k) =>
        s.FreeLists[k].Size == Spec.Count(s.Pages, p => IsListed(s, p) && ListOf(s, p) == k);

    /// <summary>What the allocator has.</summary>
    [Invariant("a page of a segment has the type free iff it is free")]
    public static bool FreeType(ResidentState s, PageId p) =>
        p.V > s.PhysicalPages || (s.Pages[p].Type == PageType.Free) == s.Pages[p].Free;

    /// <summary>The allocator's blocks.</summary>
    [Invariant("a page of a segment is free iff it lies in a free block or a pool, and not in both", WholeState = true)]
    public static bool FreeInBlock(ResidentState s, PageId p) =>
        p.V > s.PhysicalPages
        || (s.Pages[p].Free
            ? FreeLists.IsPool(s.Pages[p].Order) != LiesInBlock(s, p)
            : !FreeLists.IsPool(s.Pages[p].Order) && !LiesInBlock(s, p));

    /// <summary>Pages of segments are real.</summary>
    [Invariant("a page of a segment is neither fictitious nor private")]
    public static bool SegmentPageIsReal(ResidentState s, PageId p) =>
        p.V > s.PhysicalPages || (!s.Pages[p].Fictitious && !s.Pages[p].Private);

    /// <summary>The addresses of pages.</summary>
    [Invariant("a tabled or free page without real memory has the fictitious address and is not private; one with the fictitious address is fictitious; any other is of a segment, or private")]
    public static bool FictitiousAddress(ResidentState s, PageId p) =>
        !(s.Pages[p].Tabled || s.Pages[p].Free) || IsWhole(s, p);

    /// <summary>Paging queues.</summary>
    [Invariant("never both active and inactive; on a queue implies tabled, not free, not wired, real")]
    public static bool QueueExclusive(ResidentState s, PageId p) =>
        !(s.Pages[p].Active && s.Pages[p].Inactive)
        && (!(s.Pages[p].Active || s.Pages[p].Inactive)
            || (s.Pages[p].Tabled && !s.Pages[p].Free && s.Pages[p].WireCount == 0
                && !s.Pages[p].Fictitious && !s.Pages[p].Private));

    /// <summary>The paging queues' lists.</summary>
    [Invariant("a page is active or inactive iff it is on the paging queue for that and for its kind of object, and there once", WholeState = true)]
    public static bool QueueListed(ResidentState s) =>
        Spec.Queue(s.Queues, s.Pages,
            first: q => s.Queues[q].First,
            last: q => s.Queues[q].Last,
            next: p => s.Pages[p].NodeNext,
            prev: p => s.Pages[p].NodePrev,
            member: p => s.Pages[p].Active || s.Pages[p].Inactive,
            key: p => PagingQueues.Of(s.Pages[p].Segment, s.Pages[p].Active, s.Pages[p].External));

    /// <summary>The segments' counts of active pages.</summary>
    [Invariant("a segment's nr_active_pages is the number of its active pages", WholeState = true)]
    public static bool SegmentActiveCount(ResidentState s, SegmentId g) =>
        s.Segments[g].ActiveCount == Spec.Count(s.Pages, p => s.Pages[p].Active && new SegmentId(s.Pages[p].Segment) == g);

    /// <summary>The segments' counts of inactive pages.</summary>
    [Invariant("a segment's nr_inactive_pages is the number of its inactive pages", WholeState = true)]
    public static bool SegmentInactiveCount(ResidentState s, SegmentId g) =>
        s.Segments[g].InactiveCount == Spec.Count(s.Pages, p => s.Pages[p].Inactive && new SegmentId(s.Pages[p].Segment) == g);

    /// <summary>The count of active pages.</summary>
    [Invariant("vm_page_active_count is the number of active pages", WholeState = true)]
    public static bool ActiveCount(ResidentState s) => s.ActiveCount == Spec.Count(s.Pages, p => s.Pages[p].Active);

    /// <summary>The count of inactive pages.</summary>
    [Invariant("vm_page_inactive_count is the number of inactive pages", WholeState = true)]
    public static bool InactiveCount(ResidentState s) => s.InactiveCount == Spec.Count(s.Pages, p => s.Pages[p].Inactive);

    /// <summary>External pages.</summary>
    [Invariant("a page is external iff it is tabled in an object that is not internal")]
    public static bool ExternalTabled(ResidentState s, PageId p) =>
        s.Pages[p].External == (s.Pages[p].Tabled && !s.Objects[s.Pages[p].Object].Internal);

    /// <summary>The count of external pages.</summary>
    [Invariant("vm_object_external_pages is the number of external pages", WholeState = true)]
    public static bool ExternalCount(ResidentState s) => s.ExternalPages == Spec.Count(s.Pages, p => s.Pages[p].External);

    /// <summary>No wakeup is lost.</summary>
    [Invariant("whoever waits on a page waits on one that is wanted")]
    public static bool NoOrphanedWaiter(ResidentState s, PageId p) => !s.Pages[p].Awaited || s.Pages[p].Wanted;

    /// <summary>Pages that the default pager cleans.</summary>
    [Invariant("vm_page_laundry_count is the number of pages marked laundry", WholeState = true)]
    public static bool LaundryCount(ResidentState s) => s.LaundryCount == Spec.Count(s.Pages, p => s.Pages[p].Laundry);

    /// <summary>Pages that external pagers clean. The count starts over whenever the daemon does, while pages are still marked.</summary>
    [Invariant("vm_page_external_laundry_count is -1, or at most the number of pages marked external_laundry", WholeState = true)]
    public static bool ExternalLaundryCount(ResidentState s) =>
        s.ExternalLaundryCount >= -1 && s.ExternalLaundryCount <= Spec.Count(s.Pages, p => s.Pages[p].ExternalLaundry);

    /// <summary>A page is on a paging queue.</summary>
    [Pure]
    public static bool IsQueued(ResidentState s, PageId p, QueueId queue) =>
        (s.Pages[p].Active || s.Pages[p].Inactive)
        && PagingQueues.Of(s.Pages[p].Segment, s.Pages[p].Active, s.Pages[p].External) == queue;

    /// <summary>A pageable page is not in use by anybody just now (<c>vm_page_can_move</c>).</summary>
    [Pure]
    public static bool CanMove(ResidentState s, PageId p) =>
        !s.Pages[p].Busy && !s.Pages[p].Wanted && !s.Pages[p].Absent && s.Objects[s.Pages[p].Object].Alive;

    /// <summary>A page's kind agrees with its address. Of a page that is in no object and on no list, its holder sees to that.</summary>
    [Pure]
    public static bool IsWhole(ResidentState s, PageId p) =>
        s.Pages[p].Fictitious == (s.Pages[p].Frame == Page.FictitiousFrame)
        && !(s.Pages[p].Fictitious && s.Pages[p].Private)
        && (s.Pages[p].Fictitious || s.Pages[p].Private) == (p.V > s.PhysicalPages);

    /// <summary>A page is on a free list.</summary>
    [Pure]
    public static bool IsListed(ResidentState s, PageId p) =>
        s.Pages[p].Free && (s.Pages[p].Fictitious || s.Pages[p].Order != Page.Unlisted);

    /// <summary>The free list that a listed page is on.</summary>
    [Pure]
    public static FreeListId ListOf(ResidentState s, PageId p) =>
        s.Pages[p].Fictitious ? FreeLists.Fictitious() : FreeLists.At(s.Pages[p].Segment, s.Pages[p].Order);

    /// <summary>A page lies in a free block of its segment.</summary>
    [Pure]
    public static bool LiesInBlock(ResidentState s, PageId p) =>
        HasHead(s, p, 0) || HasHead(s, p, 1) || HasHead(s, p, 2) || HasHead(s, p, 3) || HasHead(s, p, 4) || HasHead(s, p, 5)
        || HasHead(s, p, 6) || HasHead(s, p, 7) || HasHead(s, p, 8) || HasHead(s, p, 9) || HasHead(s, p, 10);

    /// <summary>A page lies in a free block of an order.</summary>
    [Pure]
    public static bool HasHead(ResidentState s, PageId p, byte order) =>
        IsBlockHead(s, FreeBlocks.Head(p, s.Pages[p].Frame, order), order);

    /// <summary>A free page heads a block of an order.</summary>
    [Pure]
    public static bool IsBlockHead(ResidentState s, PageId p, byte order) =>
        !p.IsNull && s.Pages[p].Free && !s.Pages[p].Fictitious && s.Pages[p].Order == order;

    /// <summary>The flags of a page fresh from <c>vm_page_init</c>; object and offset are not looked at.</summary>
    [Pure]
    public static bool IsTemplate(ResidentState s, PageId p) =>
        IsTemplateButForLaundry(s, p) && !s.Pages[p].Laundry && !s.Pages[p].ExternalLaundry;

    /// <summary>As <see cref="IsTemplate"/>, for a page that may still be marked as being cleaned.</summary>
    [Pure]
    public static bool IsTemplateButForLaundry(ResidentState s, PageId p) =>
        s.Pages[p].WireCount == 0
        && !s.Pages[p].Active && !s.Pages[p].Inactive
        && !s.Pages[p].Reference && !s.Pages[p].External && s.Pages[p].Busy && !s.Pages[p].Wanted
        && !s.Pages[p].Tabled && !s.Pages[p].Private && !s.Pages[p].Absent && !s.Pages[p].Error
        && !s.Pages[p].Dirty && !s.Pages[p].Precious && !s.Pages[p].Overwriting
        && s.Pages[p].PageLock == Protection.None && s.Pages[p].UnlockRequest == Protection.None;
}
