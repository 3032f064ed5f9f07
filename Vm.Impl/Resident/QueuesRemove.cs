using System.Runtime.CompilerServices;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a page off the paging queue that it is on, if any (<c>vm_page_queues_remove</c>, <c>VM_PAGE_QUEUES_REMOVE</c>):
    /// <c>vm_page_seg_remove_active_page</c> or <c>vm_page_seg_remove_inactive_page</c>.</summary>
    [Operation(typeof(QueuesRemoveContract))]
    void QueuesRemoveBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        Check.Assert<TMode>(!page.Active || !page.Inactive);
        if (page.Active || page.Inactive) TakeOffQueue(mem);
    }

    /// <summary>Takes a page off the paging queue that it is on. A call, so that <see cref="Remove"/> of a page on none stays short.</summary>
    [Inline, MethodImpl(MethodImplOptions.NoInlining)]
    void TakeOffQueue(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        ref Segment segment = ref s.Segments[new SegmentId(page.Segment)];
        using (segment.Lock.Enter<TMode>())
        {
            PagingQueueRemove(PagingQueues.Of(page.Segment, page.Active, page.External), mem);
            if (page.Active)
            {
                page.Active = false;
                segment.ActiveCount--;
                s.ActiveCount--;
            }
            else
            {
                page.Inactive = false;
                segment.InactiveCount--;
                s.InactiveCount--;
            }
        }
    }
}
