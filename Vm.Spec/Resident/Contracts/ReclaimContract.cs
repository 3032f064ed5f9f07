using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of the decision that <c>vm_page_seg_evict</c> takes about a page.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.Free", "Pages.NodeNext", "Pages.NodePrev", "mem.Type", "Pages.Order", "Pages.Next", "Pages.ListNext", "Pages.ListPrev",
    "mem.Object", "mem.Offset", "mem.WireCount", "mem.Inactive", "mem.Active", "mem.Laundry", "mem.ExternalLaundry",
    "mem.Reference", "mem.External", "mem.Busy", "mem.Wanted", "mem.Awaited", "mem.Tabled", "mem.Private", "mem.Fictitious", "mem.Frame", "FictitiousCount", "mem.Absent", "mem.Error", "mem.Dirty",
    "mem.Precious", "mem.Overwriting", "mem.PageLock", "mem.UnlockRequest",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.AbsentCount", "Objects.AllWanted", "Buckets.First",
    "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused",
    "ExternalPages", "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount", "WireCount", "LaundryCount", "ExternalLaundryCount")]
public static partial class ReclaimContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page was pulled.</summary>
    [Requires("the page is on a paging queue")]
    public static bool IsPageable(ResidentState s, PageId mem) => s.Pages[mem].Active || s.Pages[mem].Inactive;

    /// <summary>The page was pulled.</summary>
    [Requires("the page is neither in transit, waited for, absent, nor of an object that ends")]
    public static bool CanMove(ResidentState s, PageId mem) => ResidentInvariants.CanMove(s, mem);

    /// <summary>What the answers mean.</summary>
    [Ensures("a page with another chance is active, one that must be cleaned is tabled, in transit and on no queue, and any other is free")]
    public static bool IsDecided(ResidentState s, PageId mem) =>
        Spec.Result<Reclamation>() == Reclamation.Reactivated ? s.Pages[mem].Active
        : Spec.Result<Reclamation>() == Reclamation.MustBeCleaned
            ? s.Pages[mem].Tabled && s.Pages[mem].Busy && !s.Pages[mem].Active && !s.Pages[mem].Inactive
        : s.Pages[mem].Free;

    /// <summary>Only what the module knows; the hardware may know of another use or change.</summary>
    [Ensures("only an inactive page gets another chance, one that is marked as used does; one that must be cleaned is dirty or precious, and no such page is freed")]
    public static bool IsJust(ResidentState s, PageId mem) =>
        (Spec.Result<Reclamation>() != Reclamation.Reactivated || Spec.Old(s.Pages[mem].Inactive))
        && (Spec.Result<Reclamation>() == Reclamation.Reactivated
            || !(Spec.Old(s.Pages[mem].Inactive) && Spec.Old(s.Pages[mem].Reference)))
        && (Spec.Result<Reclamation>() != Reclamation.MustBeCleaned || s.Pages[mem].Dirty || s.Pages[mem].Precious)
        && (Spec.Result<Reclamation>() != Reclamation.Freed || !(Spec.Old(s.Pages[mem].Dirty) || Spec.Old(s.Pages[mem].Precious)));
}
