using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary><see cref="FreeBlockContract"/> without the state of the pages, of which the original says nothing.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size",
    "Segments.FreeCount", "AllocPaused")]
public static partial class FreeBlockAsWrittenContract
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
}
