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
    [Invariant("nr_free_pages is the number of free pages", WholeState = true)]
    public static bool FreeCount(ResidentState s) =>
        s.FreeCount == Spec.Count(s.Pages, p => s.Pages[p].Free);

    /// <summary>Paging queues.</summary>
    [Invariant("never both active and inactive; on a queue implies tabled, not free, not wired, real")]
    public static bool QueueExclusive(ResidentState s, PageId p) =>
        !(s.Pages[p].Active && s.Pages[p].Inactive)
        && (!(s.Pages[p].Active || s.Pages[p].Inactive)
            || (s.Pages[p].Tabled && !s.Pages[p].Free && s.Pages[p].WireCount == 0
                && !s.Pages[p].Fictitious && !s.Pages[p].Private));

    /// <summary>The flags of a page fresh from <c>vm_page_init</c>; object and offset are not looked at.</summary>
    [Pure]
    public static bool IsTemplate(ResidentState s, PageId p) =>
        s.Pages[p].WireCount == 0
        && !s.Pages[p].Active && !s.Pages[p].Inactive && !s.Pages[p].Laundry && !s.Pages[p].ExternalLaundry
        && !s.Pages[p].Reference && !s.Pages[p].External && s.Pages[p].Busy && !s.Pages[p].Wanted
        && !s.Pages[p].Tabled && !s.Pages[p].Private && !s.Pages[p].Absent && !s.Pages[p].Error
        && !s.Pages[p].Dirty && !s.Pages[p].Precious && !s.Pages[p].Overwriting
        && s.Pages[p].PageLock == Protection.None && s.Pages[p].UnlockRequest == Protection.None;
}
