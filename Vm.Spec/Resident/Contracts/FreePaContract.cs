using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_free_pa</c>: gives back a block of 2^order pages.</summary>
[Contract]
[MustHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused")]
public static partial class FreePaContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>There is a list for the order.</summary>
    [Requires("the order is one of the allocator's")]
    public static bool OrderExists(uint order) => order < ResidentState.Orders;

    /// <summary>The page comes back as it went out.</summary>
    [Requires("the page is of a segment, whole, not free, and in the template state")]
    public static bool IsTemplate(ResidentState s, PageId mem) =>
        !s.Pages[mem].Free && mem.V <= s.PhysicalPages && ResidentInvariants.IsWhole(s, mem) && ResidentInvariants.IsTemplate(s, mem);

    /// <summary>The block is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;
}
