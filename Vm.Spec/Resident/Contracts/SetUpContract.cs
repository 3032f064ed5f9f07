using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of the part of <c>vm_page_setup</c> that makes the page table. There is one thread, and no lock is taken.</summary>
[Contract, Establishes]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.WireCount", "Pages.Inactive", "Pages.Active", "Pages.Laundry", "Pages.ExternalLaundry",
    "Pages.Reference", "Pages.External", "Pages.Busy", "Pages.Wanted", "Pages.Tabled", "Pages.Fictitious", "Pages.Private", "Pages.Absent",
    "Pages.Error", "Pages.Dirty", "Pages.Precious", "Pages.Overwriting", "Pages.PageLock", "Pages.UnlockRequest", "Pages.Free",
    "Pages.Frame", "Pages.Type", "Pages.Segment", "Pages.Order")]
public static partial class SetUpContract
{
    /// <summary>Nothing has happened yet.</summary>
    [Requires("no page is in use", WholeState = true)]
    public static bool IsNew(ResidentState s) => Spec.ForAll(s.Pages, p => IsUnused(s, p));

    /// <summary>The allocator gets the pages one by one.</summary>
    [Ensures("no page is in use", WholeState = true)]
    public static bool NoneIsUsed(ResidentState s) => Spec.ForAll(s.Pages, p => IsUnused(s, p));

    /// <summary>The pages wait for the allocator.</summary>
    [Ensures("the pages of segments are reserved, and in the template state", WholeState = true)]
    public static bool AreReserved(ResidentState s) => Spec.ForAll(s.Pages, p => p.V > s.PhysicalPages || IsReserved(s, p));

    /// <summary>A page is as it is before the allocator gets it.</summary>
    [Pure]
    public static bool IsReserved(ResidentState s, PageId p) =>
        s.Pages[p].Type == PageType.Reserved && s.Pages[p].Order == Page.Unlisted && ResidentInvariants.IsTemplate(s, p);

    /// <summary>A page is in no object, on no list, and counted nowhere.</summary>
    [Pure]
    public static bool IsUnused(ResidentState s, PageId p) =>
        !s.Pages[p].Tabled && !s.Pages[p].Free && !s.Pages[p].Active && !s.Pages[p].Inactive && !s.Pages[p].External
        && !s.Pages[p].Laundry && !s.Pages[p].ExternalLaundry && s.Pages[p].WireCount == 0
        && !s.Pages[p].Fictitious && !s.Pages[p].Private && !s.Pages[p].Awaited && !FreeLists.IsPool(s.Pages[p].Order);
}
