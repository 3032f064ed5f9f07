using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The part of its pageable pages that a segment keeps active (<c>VM_PAGE_HIGH_ACTIVE_PAGE_NUM</c>, <c>VM_PAGE_HIGH_ACTIVE_PAGE_DENOM</c>): one in so many.</summary>
    const int HighActiveShare = 3;

    /// <summary>Moves the pages that were active longest to the inactive queues, in all segments (<c>vm_page_refill_inactive</c>).</summary>
    [Operation(typeof(RefillInactiveContract))]
    void RefillInactiveBody()
    {
        using (s.PageQueuesLock.Enter<TMode>())
        {
            for (uint i = 0; i < s.SegmentCount; i++)
            {
                Loop.Invariant(s.ActiveCount + s.InactiveCount == Spec.Old(s.ActiveCount) + Spec.Old(s.InactiveCount));
                Loop.Decreases((long)s.SegmentCount - i);
                RefillFrom(new SegmentId(i));
            }
        }
    }

    /// <summary>
    /// Moves active pages of one segment until no more are active than should be (<c>vm_page_seg_refill_inactive</c>, <c>vm_page_seg_compute_high_active_page</c>). A page is
    /// forgotten to have been referenced, so that it gets its second chance only by another reference.
    /// </summary>
    [Inline]
    void RefillFrom(SegmentId id)
    {
        ref Segment segment = ref s.Segments[id];
        int excess = segment.ActiveCount - (segment.ActiveCount + segment.InactiveCount) / HighActiveShare;
        while (excess > 0)
        {
            Loop.Invariant(s.ActiveCount + s.InactiveCount == Spec.Old(s.ActiveCount) + Spec.Old(s.InactiveCount));
            Loop.Decreases(excess);
            excess--;
            PageId mem = PullActivePage(id, false);
            if (mem.IsNull) break;

            Deactivate(mem);
            s.Objects[s.Pages[mem].Object].Lock.Release();
        }
    }
}
