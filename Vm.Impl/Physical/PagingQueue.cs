using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Appends a page to its segment's active queue (<c>vm_page_seg_add_active_page</c>).</summary>
    [Inline]
    void AddActive(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        Check.Assert<TMode>(!page.Object.IsNull);
        Check.Assert<TMode>(!page.Free && !page.Active && !page.Inactive);
        ref Segment segment = ref s.Segments[new SegmentId(page.Segment)];
        using (segment.Lock.Enter<TMode>())
        {
            page.Active = true;
            page.Reference = true;
            PagingQueueEnter(PagingQueues.Of(page.Segment, true, page.External), mem);
            segment.ActiveCount++;
            s.ActiveCount++;
        }
    }

    /// <summary>Appends a page to its segment's inactive queue (<c>vm_page_seg_add_inactive_page</c>).</summary>
    [Inline]
    void AddInactive(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        Check.Assert<TMode>(!page.Object.IsNull);
        Check.Assert<TMode>(!page.Free && !page.Active && !page.Inactive);
        ref Segment segment = ref s.Segments[new SegmentId(page.Segment)];
        using (segment.Lock.Enter<TMode>())
        {
            page.Inactive = true;
            PagingQueueEnter(PagingQueues.Of(page.Segment, false, page.External), mem);
            segment.InactiveCount++;
            s.InactiveCount++;
        }
    }

    /// <summary>Appends a page to a paging queue (<c>vm_page_queue_push</c>).</summary>
    [Inline]
    void PagingQueueEnter(QueueId id, PageId mem)
    {
        ref PagingQueue queue = ref s.Queues[id];
        ref Page page = ref s.Pages[mem];
        page.NodeNext = default;
        page.NodePrev = queue.Last;
        if (queue.Last.IsNull) queue.First = mem;
        else s.Pages[queue.Last].NodeNext = mem;
        queue.Last = mem;
    }

    /// <summary>Takes a page out of a paging queue (<c>vm_page_queue_remove</c>).</summary>
    [Inline]
    void PagingQueueRemove(QueueId id, PageId mem)
    {
        ref PagingQueue queue = ref s.Queues[id];
        ref Page page = ref s.Pages[mem];
        if (page.NodePrev.IsNull) queue.First = page.NodeNext;
        else s.Pages[page.NodePrev].NodeNext = page.NodeNext;
        if (page.NodeNext.IsNull) queue.Last = page.NodePrev;
        else s.Pages[page.NodeNext].NodePrev = page.NodePrev;
    }
}
