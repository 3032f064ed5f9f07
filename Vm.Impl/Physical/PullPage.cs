using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>An object was locked by another thread when a page was looked for.</summary>
    volatile bool missedAnObject;

    /// <summary>
    /// Finds the page of a segment that was queued first and can go: inactive ones before active ones, those of external objects
    /// before those of internal ones (<c>vm_page_seg_pull_cache_page</c>, <c>vm_page_seg_pull_inactive_page</c>). The page stays on its queue under the page queues lock.
    /// The original looks for internal pages only where no external page is queued, so that one that cannot go hides them.
    /// </summary>
    /// <returns>The page, with its object locked; null if none can go.</returns>
    [Inline]
    PageId PullCachePage(SegmentId id, bool externalOnly)
    {
        PageId mem = PullPage(PagingQueues.Of((byte)id.V, false, true));
        if (mem.IsNull && !externalOnly) mem = PullPage(PagingQueues.Of((byte)id.V, false, false));
        if (mem.IsNull) mem = PullActivePage(id, externalOnly);
        return mem;
    }

    /// <summary>The active page of a segment that was queued first and can go (<c>vm_page_seg_pull_active_page</c>).</summary>
    [Inline]
    PageId PullActivePage(SegmentId id, bool externalOnly)
    {
        PageId mem = PullPage(PagingQueues.Of((byte)id.V, true, true));
        if (mem.IsNull && !externalOnly) mem = PullPage(PagingQueues.Of((byte)id.V, true, false));
        return mem;
    }

    /// <summary>
    /// Finds the page of a queue that was queued first and can go (<c>vm_page_queue_first</c>). Its object is only tried to be locked, because the object's lock
    /// comes before the page queues lock.
    /// </summary>
    /// <returns>The page, with its object locked; null if none can go.</returns>
    [Operation(typeof(PullPageContract))]
    PageId PullPageBody(QueueId queue)
    {
        PageId mem = s.Queues[queue].First;

        // No queue is longer than all of them together.
        int left = s.ActiveCount + s.InactiveCount;
        while (!mem.IsNull && left > 0)
        {
            Loop.Invariant(mem.IsNull || ResidentInvariants.IsQueued(s, mem, queue));
            Loop.Decreases(left);
            left--;
            bool isLocked = TryLockObject(s.Pages[mem].Object);
            if (isLocked)
            {
                if (ResidentInvariants.CanMove(s, mem)) return mem;
                s.Objects[s.Pages[mem].Object].Lock.Release();
            }

            mem = s.Pages[mem].NodeNext;
        }

        return default;
    }

    /// <summary>Whether the object could be locked is up to the other threads.</summary>
    [External, TriesLock(ResidentLock.Object, nameof(obj))]
    bool TryLockObject(ObjectId obj)
    {
        if (s.Objects[obj].Lock.TryAcquire()) return true;
        missedAnObject = true;
        return false;
    }
}
