using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The geometry of the buddy allocator's blocks.</summary>
public static class FreeBlocks
{
    /// <summary>
    /// The page at the start of the naturally aligned block of an order that a page lies in; null if the page table does not reach down to it.
    /// </summary>
    /// <param name="p">The page.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="order">The order of the block.</param>
    [Pure, Opaque]
    public static PageId Head(PageId p, ulong frame, byte order) =>
        Distance(frame, order) < p.V ? new(p.V - Distance(frame, order)) : default;

    [Pure]
    static uint Distance(ulong frame, byte order) => (uint)frame & ((1u << order) - 1);
}
