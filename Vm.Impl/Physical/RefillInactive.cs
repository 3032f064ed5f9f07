namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The part of its pageable pages that a segment keeps active (<c>VM_PAGE_HIGH_ACTIVE_PAGE_NUM</c>, <c>VM_PAGE_HIGH_ACTIVE_PAGE_DENOM</c>): one in so many.</summary>
    const int HighActiveShare = 3;

    /// <summary>Moves the pages that were active longest to the inactive queues, in all segments (<c>vm_page_refill_inactive</c>).</summary>
    public void RefillInactive()
    {
        using (s.PageQueuesLock.Enter())
        {
            foreach (var segment in Segments) RefillInactive(segment);
        }
    }

    /// <summary>
    /// Moves active pages of one segment until no more are active than should be (<c>vm_page_seg_refill_inactive</c>, <c>vm_page_seg_compute_high_active_page</c>). A page is
    /// forgotten to have been referenced, so that it gets its second chance only by another reference.
    /// </summary>
    void RefillInactive(SegmentId id)
    {
        var highActive = (s.Segments[id].ActiveCount + s.Segments[id].InactiveCount) / HighActiveShare;
        while (s.Segments[id].ActiveCount > highActive)
        {
            var mem = PullActivePage(id, externalOnly: false);
            if (mem.IsNull) return;

            Deactivate(mem);
            s.Objects[s.Pages[mem].Object].Lock.Release();
        }
    }
}
