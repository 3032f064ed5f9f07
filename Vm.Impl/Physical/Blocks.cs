using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a block of 2^order pages out of the free blocks of a segment, past the processors' pools.</summary>
    /// <returns>The block's first page; null if an unprivileged thread cannot have one.</returns>
    [Operation(typeof(AllocFromContract)), Trusted("the buddy lists: their proof needs the geometry of blocks")]
    PageId AllocFromBody(SegmentId id, uint order)
    {
        using (s.Segments[id].Lock.Enter<TMode>())
        {
            PageId mem = AllocFromBuddy(id, order);
            if (!mem.IsNull) SetFree(mem, order, false);
            return mem;
        }
    }

    /// <summary>Gives a page to the free blocks of its segment, past the processors' pools.</summary>
    [Operation(typeof(FreeToContract)), Trusted("the buddy lists: their proof needs the geometry of blocks")]
    void FreeToBody(PageId mem)
    {
        SetFree(mem, 0, true);
        SegmentId id = new SegmentId(s.Pages[mem].Segment);
        using (s.Segments[id].Lock.Enter<TMode>()) FreeToBuddy(id, mem, 0);
    }
}
