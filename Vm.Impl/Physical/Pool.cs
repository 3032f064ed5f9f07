using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a page out of the running processor's pool, filling the pool first if it is empty (<c>vm_page_seg_alloc</c>).</summary>
    /// <returns>The page, or null.</returns>
    [Inline]
    PageId AllocFromPool(SegmentId id)
    {
        uint processor = PoolNumber();
        if (s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].First.IsNull) FillPool(id, processor);
        PageId mem = PopPool(id, processor);
        return mem;
    }

    /// <summary>Gives a page to the running processor's pool, draining the pool first if it is full (<c>vm_page_seg_free</c>).</summary>
    [Inline]
    void FreeToPool(SegmentId id, PageId mem)
    {
        uint processor = PoolNumber();
        ref Pool pool = ref s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)];
        if (s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].Size == pool.Size) DrainPool(id, processor);
        PoolInsert(id, processor, mem);
        SetSingle(mem, true);
    }

    /// <summary>The pool of the running processor. Processors beyond those that have pools share them.</summary>
    [Inline]
    uint PoolNumber()
    {
        uint processor = Processor();
        return processor & (ResidentState.MaxProcessors - 1);
    }

    /// <summary>Puts a page in front of a pool (<c>vm_page_cpu_pool_push</c>). A pool is a stack: nobody asks what is before a page.</summary>
    [Inline]
    void PoolInsert(SegmentId id, uint processor, PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        ref FreeList list = ref s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))];
        page.NodeNext = list.First;
        list.First = mem;
        list.Size++;
        page.Order = FreeLists.PoolOf(processor);
    }

    /// <summary>Hands out the first page of a pool.</summary>
    /// <returns>The page; null if the pool is empty.</returns>
    [Operation(typeof(PopPoolContract))]
    PageId PopPoolBody(SegmentId id, uint processor)
    {
        PageId mem = s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].First;
        if (mem.IsNull) return default;

        PoolRemove(id, processor, mem);
        SetSingle(mem, false);
        return mem;
    }

    /// <summary>Takes the first page out of a pool (<c>vm_page_cpu_pool_pop</c>).</summary>
    [Inline]
    void PoolRemove(SegmentId id, uint processor, PageId mem)
    {
        ref FreeList list = ref s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))];
        ref Page page = ref s.Pages[mem];
        list.First = page.NodeNext;
        list.Size--;
        page.Order = Page.Unlisted;
    }

    /// <summary>Moves pages from the segment's blocks into an empty pool, which stays empty if there are none (<c>vm_page_cpu_pool_fill</c>).</summary>
    [Operation(typeof(MoveFreeContract)), Trusted("the buddy lists: their proof needs the geometry of blocks")]
    void FillPoolBody(SegmentId id, uint processor)
    {
        using (s.Segments[id].Lock.Enter<TMode>())
        {
            int count = s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)].TransferSize;
            for (int i = 0; i < count; i++)
            {
                PageId mem = AllocFromBuddy(id, 0);
                if (mem.IsNull) break;
                PoolInsert(id, processor, mem);
            }
        }
    }

    /// <summary>Moves pages from a pool back into the segment's blocks (<c>vm_page_cpu_pool_drain</c>).</summary>
    [Operation(typeof(MoveFreeContract)), Trusted("the buddy lists: their proof needs the geometry of blocks")]
    void DrainPoolBody(SegmentId id, uint processor)
    {
        using (s.Segments[id].Lock.Enter<TMode>())
        {
            int count = s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)].TransferSize;
            for (int i = 0; i < count; i++)
            {
                PageId mem = s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].First;
                if (mem.IsNull) break;
                PoolRemove(id, processor, mem);
                FreeToBuddy(id, mem, 0);
            }
        }
    }
}
