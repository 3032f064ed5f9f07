using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a page out of the running processor's pool, filling the pool first if it is empty (<c>vm_page_seg_alloc</c>).</summary>
    /// <returns>The page, or null.</returns>
    [Inline]
    PageId AllocFromPool(SegmentId id)
    {
        uint processor = Processor();
        ref Pool pool = ref s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)];
        ref FreeList pages = ref s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))];
        using (pool.Lock.Enter())
        {
            if (pages.Size == 0) FillPool(id, processor, pool.TransferSize);
            if (pages.Size == 0) return default;

            PageId mem = pages.First;
            FreeListRemove(id, FreeLists.PoolOf(processor), mem);
            return mem;
        }
    }

    /// <summary>Gives a page to the running processor's pool, draining the pool first if it is full (<c>vm_page_seg_free</c>).</summary>
    [Inline]
    void FreeToPool(SegmentId id, PageId mem)
    {
        uint processor = Processor();
        ref Pool pool = ref s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)];
        ref FreeList pages = ref s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))];
        using (pool.Lock.Enter())
        {
            if (pages.Size == pool.Size) DrainPool(id, processor, pool.TransferSize);
            FreeListInsert(id, FreeLists.PoolOf(processor), mem);
        }
    }

    /// <summary>Moves pages from the segment's blocks into an empty pool (<c>vm_page_cpu_pool_fill</c>).</summary>
    [Inline]
    void FillPool(SegmentId id, uint processor, int count)
    {
        using (s.Segments[id].Lock.Enter())
        {
            for (int i = 0; i < count; i++)
            {
                PageId mem = AllocFromBuddy(id, 0);
                if (mem.IsNull) break;
                FreeListInsert(id, FreeLists.PoolOf(processor), mem);
            }
        }
    }

    /// <summary>Moves pages from a full pool back into the segment's blocks (<c>vm_page_cpu_pool_drain</c>).</summary>
    [Inline]
    void DrainPool(SegmentId id, uint processor, int count)
    {
        using (s.Segments[id].Lock.Enter())
        {
            for (int i = 0; i < count; i++)
            {
                PageId mem = s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].First;
                FreeListRemove(id, FreeLists.PoolOf(processor), mem);
                FreeToBuddy(id, mem, 0);
            }
        }
    }
}
