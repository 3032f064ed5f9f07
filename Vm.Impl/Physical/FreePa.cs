using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a block of 2^order pages back to its segment (<c>vm_page_free_pa</c>). Single pages go to the processor's pool.</summary>
    [Operation(typeof(FreePaContract)), Trusted("the buddy lists: their proof needs the geometry of blocks")]
    void FreePaBody(PageId mem, uint order)
    {
        if (order == 0)
        {
            FreeSingle(mem);
            return;
        }

        FreedPa(mem, order);
        SetFree(mem, order, true);
        SegmentId id = new SegmentId(s.Pages[mem].Segment);
        using (s.Segments[id].Lock.Enter<TMode>()) FreeToBuddy(id, mem, order);
    }

    /// <summary>Gives a page back to its segment.</summary>
    [Operation(typeof(FreeSingleContract))]
    void FreeSingleBody(PageId mem)
    {
        FreedPa(mem, 0);
        FreeToPool(new SegmentId(s.Pages[mem].Segment), mem);
    }

    [External]
    void FreedPa(PageId mem, uint order) => observer?.FreePa(mem, order);
}
