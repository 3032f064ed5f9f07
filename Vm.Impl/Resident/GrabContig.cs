using System.Numerics;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes pages with consecutive frames off the free lists (<c>vm_page_grab_contig</c>).</summary>
    /// <param name="size">Bytes; rounded up to a power of two of pages.</param>
    /// <param name="selector">The kind of memory, see <see cref="AllocPa"/>.</param>
    /// <returns>The first page; null if there is no such block.</returns>
    public PageId GrabContig(ulong size, uint selector) => GrabBlock(OrderOf(size), selector);

    /// <summary>Takes a block of 2^order pages off the free lists.</summary>
    /// <returns>The first page; null if there is no such block.</returns>
    [Operation(typeof(GrabBlockContract))]
    PageId GrabBlockBody(uint order, uint selector)
    {
        using (s.FreeQueueLock.Enter<TMode>()) return AllocPa(order, selector);
    }

    /// <summary>The order of the smallest block that holds so many bytes (<c>vm_page_order</c>).</summary>
    static uint OrderOf(ulong size)
    {
        var pages = size / ResidentState.PageSize + (size % ResidentState.PageSize == 0 ? 0ul : 1);
        return pages <= 1 ? 0 : (uint)BitOperations.Log2(pages - 1) + 1;
    }
}
