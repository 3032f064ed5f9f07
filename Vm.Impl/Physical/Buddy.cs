using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Takes a block out of a segment's buddy lists (<c>vm_page_seg_alloc_from_buddy</c>). The segment is locked. An unprivileged
    /// thread gets none while allocation is paused or when only the reserve is left, which pauses it.
    /// </summary>
    /// <returns>The block's first page, or null.</returns>
    [Inline]
    PageId AllocFromBuddy(SegmentId id, uint order)
    {
        ref Segment segment = ref s.Segments[id];
        bool privileged = IsPrivileged();
        if (s.AllocPaused && !privileged) return default;

        if (segment.FreeCount <= segment.LowFree)
        {
            PageoutStart();
            if (segment.FreeCount <= segment.MinFree && !privileged)
            {
                s.AllocPaused = true;
                return default;
            }
        }

        uint split = order;
        while (split < ResidentState.Orders && s.FreeLists[FreeLists.At((byte)id.V, (byte)split)].Size == 0) split++;
        if (split == ResidentState.Orders) return default;

        PageId mem = s.FreeLists[FreeLists.At((byte)id.V, (byte)split)].First;
        FreeListRemove(id, (byte)split, mem);
        while (split > order)
        {
            split--;
            FreeListInsert(id, (byte)split, new PageId(mem.V + (1u << (int)split)));
        }

        segment.FreeCount -= 1 << (int)order;
        if (segment.FreeCount < segment.MinFree) s.AllocPaused = true;
        return mem;
    }

    /// <summary>
    /// Gives a block back to its segment's buddy lists, merging it with its free buddies (<c>vm_page_seg_free_to_buddy</c>). The
    /// segment is locked.
    /// </summary>
    [Inline]
    void FreeToBuddy(SegmentId id, PageId mem, uint order)
    {
        ref Segment segment = ref s.Segments[id];
        segment.FreeCount += 1 << (int)order;

        PageId head = mem;
        uint merged = order;
        while (merged < ResidentState.Orders - 1)
        {
            ulong frame = s.Pages[head].Frame ^ (1ul << (int)merged);
            if (frame < segment.StartFrame || frame >= segment.EndFrame) break;

            PageId buddy = new PageId(segment.FirstPage.V + (uint)(frame - segment.StartFrame));
            if (s.Pages[buddy].Order != merged) break;

            FreeListRemove(id, (byte)merged, buddy);
            if (buddy.V < head.V) head = buddy;
            merged++;
        }

        FreeListInsert(id, (byte)merged, head);
    }
}
