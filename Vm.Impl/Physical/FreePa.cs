using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a block of 2^order pages back to the buddy lists, merging it with its free buddies (<c>vm_page_free_pa</c>).</summary>
    [Operation(typeof(FreePaContract)), Trusted("the buddy lists are not proved yet")]
    void FreePaBody(PageId mem, uint order)
    {
        using (s.SegmentLock.Enter())
        {
            SetFree(mem, order, true);
            s.FreeCount += 1 << (int)order;

            PageId head = mem;
            uint merged = order;
            while (merged < ResidentState.Orders - 1)
            {
                uint frame = s.Pages[head].Frame ^ (1u << (int)merged);
                if (frame < s.StartFrame || frame >= s.EndFrame) break;

                PageId buddy = new PageId(frame - s.StartFrame + 1);
                if (s.Pages[buddy].Order != merged) break;

                FreeListRemove(merged, buddy);
                if (buddy.V < head.V) head = buddy;
                merged++;
            }

            FreeListInsert(merged, head);
        }
    }
}
