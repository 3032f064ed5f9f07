using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a block of 2^order pages from the buddy lists (<c>vm_page_alloc_pa</c>).</summary>
    /// <returns>The block's first page; null if there is no block so large.</returns>
    [Operation(typeof(AllocPaContract)), Trusted("the buddy lists are not proved yet")]
    PageId AllocPaBody(uint order)
    {
        using (s.SegmentLock.Enter())
        {
            uint split = order;
            while (split < ResidentState.Orders && s.FreeLists[new FreeListId(split)].Size == 0) split++;
            if (split == ResidentState.Orders) return default;

            PageId mem = s.FreeLists[new FreeListId(split)].First;
            FreeListRemove(split, mem);
            while (split > order)
            {
                split--;
                FreeListInsert(split, new PageId(mem.V + (1u << (int)split)));
            }

            SetFree(mem, order, false);
            s.FreeCount -= 1 << (int)order;
            return mem;
        }
    }
}
