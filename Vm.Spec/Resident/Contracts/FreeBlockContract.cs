using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of the locked part of <c>vm_page_free_contig</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size",
    "Segments.FreeCount", "AllocPaused")]
public static partial class FreeBlockContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>There is a list for the order.</summary>
    [Requires("the order is one of the allocator's")]
    public static bool OrderExists(uint order) => order < ResidentState.Orders;

    /// <summary>The block is given back once.</summary>
    [Requires("the page is not free")]
    public static bool NotFree(ResidentState s, PageId mem) => !s.Pages[mem].Free;

    /// <summary>The pages are a block.</summary>
    [Requires("the block is naturally aligned and lies in the segments")]
    public static bool IsBlock(ResidentState s, PageId mem, uint order) =>
        (s.Pages[mem].Frame & ((1ul << (int)order) - 1)) == 0 && mem.V + (1u << (int)order) - 1 <= s.PhysicalPages;

    /// <summary>The pages come back as they went out.</summary>
    [Requires("the pages of the block are whole and in the template state", WholeState = true)]
    public static bool AreTemplates(ResidentState s, PageId mem, uint order) =>
        Spec.ForAll(s.Pages, q =>
            q.V < mem.V || q.V >= mem.V + (1u << (int)order)
            || (ResidentInvariants.IsWhole(s, q) && ResidentInvariants.IsTemplate(s, q)));

    /// <summary>The block is free.</summary>
    [Ensures("the page is free")]
    public static bool IsFree(ResidentState s, PageId mem) => s.Pages[mem].Free;
}
