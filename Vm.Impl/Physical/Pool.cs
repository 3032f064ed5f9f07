using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a page out of the running processor's pool, filling the pool first if it is empty (<c>vm_page_seg_alloc</c>).</summary>
    /// <returns>The page, or null.</returns>
    [Operation(typeof(AllocSingleContract))]
    PageId AllocSingleBody(SegmentId id)
    {
        uint processor = PoolNumber();
        ref Pool pool = ref s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)];
        ref FreeList pages = ref s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))];
        using (pool.Lock.Enter())
        {
            if (pages.First.IsNull) FillPool(id, processor);
            PageId mem = pages.First;
            if (mem.IsNull) return default;

            PoolPop(id, processor);
            SetSingle(mem, false);
            return mem;
        }
    }

    /// <summary>Gives a page to the running processor's pool, draining the pool first if it is full (<c>vm_page_seg_free</c>).</summary>
    [Inline]
    void FreeToPool(SegmentId id, PageId mem)
    {
        uint processor = PoolNumber();
        ref Pool pool = ref s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)];
        using (pool.Lock.Enter())
        {
            if (s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].Size == pool.Size) DrainPool(id, processor);
            PoolPush(id, processor, mem);
            SetSingle(mem, true);
        }
    }

    /// <summary>The pool of the running processor. Processors beyond those that have pools share them.</summary>
    [Inline]
    uint PoolNumber()
    {
        uint processor = Processor();
        return processor & (ResidentState.MaxProcessors - 1);
    }

    /// <summary>Puts a page in front of a pool (<c>vm_page_cpu_pool_push</c>).</summary>
    [Inline]
    void PoolPush(SegmentId id, uint processor, PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        ref FreeList list = ref s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))];
        page.NodePrev = default;
        page.NodeNext = list.First;
        if (!list.First.IsNull) s.Pages[list.First].NodePrev = mem;
        list.First = mem;
        list.Size++;
        page.Order = FreeLists.PoolOf(processor);
    }

    /// <summary>Takes the first page out of a pool, which is not empty (<c>vm_page_cpu_pool_pop</c>).</summary>
    [Inline]
    void PoolPop(SegmentId id, uint processor)
    {
        ref FreeList list = ref s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))];
        ref Page page = ref s.Pages[list.First];
        list.First = page.NodeNext;
        if (!list.First.IsNull) s.Pages[list.First].NodePrev = default;
        list.Size--;
        page.Order = Page.Unlisted;
    }

    /// <summary>Moves pages from the segment's blocks into an empty pool, which stays empty if there are none (<c>vm_page_cpu_pool_fill</c>).</summary>
    [Operation(typeof(MoveFreeContract)), Trusted("the buddy lists: their proof needs the geometry of blocks")]
    void FillPoolBody(SegmentId id, uint processor)
    {
        using (s.Segments[id].Lock.Enter())
        {
            int count = s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)].TransferSize;
            for (int i = 0; i < count; i++)
            {
                PageId mem = AllocFromBuddy(id, 0);
                if (mem.IsNull) break;
                PoolPush(id, processor, mem);
            }
        }
    }

    /// <summary>Moves pages from a full pool back into the segment's blocks (<c>vm_page_cpu_pool_drain</c>).</summary>
    [Operation(typeof(MoveFreeContract)), Trusted("the buddy lists: their proof needs the geometry of blocks")]
    void DrainPoolBody(SegmentId id, uint processor)
    {
        using (s.Segments[id].Lock.Enter())
        {
            int count = s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)].TransferSize;
            for (int i = 0; i < count; i++)
            {
                PageId mem = s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].First;
                PoolPop(id, processor);
                FreeToBuddy(id, mem, 0);
            }
        }
    }
}
