using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Takes a block of 2^order pages from the selected segment or, in turn, from those of lower priority
    /// (<c>vm_page_alloc_pa</c>). Single pages come from the processor's pool.
    /// </summary>
    /// <param name="order">The order of the block.</param>
    /// <param name="selector">A <see cref="Selector"/>; segments that are not there are aliases of the last one (<c>vm_page_select_alloc_seg</c>).</param>
    /// <returns>The block's first page; null if an unprivileged thread cannot have one.</returns>
    [Operation(typeof(AllocPaContract))]
    PageId AllocPaBody(uint order, uint selector)
    {
        uint segments = selector < s.SegmentCount ? selector + 1 : s.SegmentCount;
        while (segments > 0)
        {
            Loop.Decreases(segments);
            segments--;
            PageId mem = AllocFromSegment(new SegmentId(segments), order);
            if (!mem.IsNull)
            {
                AllocatedPa(order, selector, mem);
                return mem;
            }
        }

        AllocatedPa(order, selector, default);
        RequireUnprivileged();
        return default;
    }

    /// <summary>Takes a block from one segment (<c>vm_page_seg_alloc</c>).</summary>
    [Inline]
    PageId AllocFromSegment(SegmentId id, uint order)
    {
        if (order == 0)
        {
            PageId page = AllocFromPool(id);
            return page;
        }

        PageId block = AllocFrom(id, order);
        return block;
    }

    /// <summary>Without memory for its privileged threads the kernel cannot go on. How much memory there is is the world's business.</summary>
    [External]
    static void RequireUnprivileged()
    {
        if (IsPrivileged()) Check.Panic("vm_page_alloc_pa", "a privileged thread gets its page");
    }

    [External]
    void AllocatedPa(uint order, uint selector, PageId first) => observer?.AllocPa(order, selector, first);
}
