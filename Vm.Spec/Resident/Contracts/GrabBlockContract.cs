using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of the locked part of <c>vm_page_grab_contig</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[ReturnsOwned]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size",
    "Segments.FreeCount", "AllocPaused")]
public static partial class GrabBlockContract
{
    /// <summary>There is a list for the order.</summary>
    [Requires("the order is one of the allocator's")]
    public static bool OrderExists(uint order) => order < ResidentState.Orders;

    /// <summary>The block was free.</summary>
    [Ensures("the first page of a block that is handed out is real, no longer free, and in the template state")]
    public static bool IsFresh(ResidentState s) =>
        Spec.Result<PageId>().IsNull
        || (!s.Pages[Spec.Result<PageId>()].Free && !s.Pages[Spec.Result<PageId>()].Fictitious
            && ResidentInvariants.IsWhole(s, Spec.Result<PageId>()) && ResidentInvariants.IsTemplate(s, Spec.Result<PageId>()));
}
