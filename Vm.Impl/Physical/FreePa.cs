using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a block of 2^order pages back to its segment (<c>vm_page_free_pa</c>). Single pages go to the processor's pool.</summary>
    [Operation(typeof(FreePaContract)), Trusted("the physical allocator is proved with its whole body")]
    void FreePaBody(PageId mem, uint order)
    {
        FreedPa(mem, order);
        SetFree(mem, order, true);
        SegmentId id = new SegmentId(s.Pages[mem].Segment);
        if (order == 0)
        {
            FreeToPool(id, mem);
            return;
        }

        using (s.Segments[id].Lock.Enter()) FreeToBuddy(id, mem, order);
    }

    [External]
    void FreedPa(PageId mem, uint order) => observer?.FreePa(mem, order);
}
