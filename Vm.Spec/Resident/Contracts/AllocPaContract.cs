using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_alloc_pa</c>: 2^order pages with consecutive frames.</summary>
[Contract]
[MustHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[ReturnsOwned]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused")]
public static partial class AllocPaContract
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
