using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_release</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies(
    "mem.Free", "mem.Laundry", "mem.ExternalLaundry", "Pages.NodeNext", "Pages.NodePrev", "mem.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size",
    "Segments.FreeCount", "AllocPaused", "LaundryCount", "ExternalLaundryCount")]
public static partial class ReleaseContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page comes back as it went out.</summary>
    [Requires("the page is of a segment, whole, not free, and in the template state but for the laundry marks")]
    public static bool IsTemplate(ResidentState s, PageId mem) =>
        !s.Pages[mem].Free && mem.V <= s.PhysicalPages && ResidentInvariants.IsWhole(s, mem) && ResidentInvariants.IsTemplateButForLaundry(s, mem);

    /// <summary>No mark goes without its count.</summary>
    [Requires("a page that is marked as being cleaned is said to be so")]
    public static bool MarksAreTold(ResidentState s, PageId mem, bool laundry, bool externalLaundry) =>
        (laundry || !s.Pages[mem].Laundry) && (externalLaundry || !s.Pages[mem].ExternalLaundry);

    /// <summary>No count goes without its mark; the holder may have taken that off before.</summary>
    [Requires("a page that was being cleaned is marked so, or the count is one ahead of the marks", WholeState = true)]
    public static bool LaundryIsCounted(ResidentState s, PageId mem, bool laundry) =>
        !laundry || s.Pages[mem].Laundry || s.LaundryCount == Spec.Count(s.Pages, p => s.Pages[p].Laundry) + 1;

    /// <summary>The page is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;

    /// <summary>The laundries' counts.</summary>
    [Ensures("a page that was being cleaned is no longer counted; in the external laundry, if any was")]
    public static bool LaundryUncounted(ResidentState s, bool laundry, bool externalLaundry) =>
        s.LaundryCount == Spec.Old(s.LaundryCount) - (laundry ? 1 : 0)
        && s.ExternalLaundryCount
            == Spec.Old(s.ExternalLaundryCount) - (externalLaundry && Spec.Old(s.ExternalLaundryCount) > 0 ? 1 : 0);
}
