using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// <c>vm_page_seg_evict</c> as written, with its jumps. The queues' own operations take the segment's lock, so it is not held around
    /// them, but where the original waits for another lock under it.
    /// </summary>
    public bool EvictFromAsWritten(SegmentId id, bool externalOnly, bool allocPaused)
    {
        PageId mem = default;
        ObjectId owner = default;
        var (reclaim, doublePaging) = (false, false);

    restart:
        s.PageQueuesLock.Acquire();
        if (!mem.IsNull)
        {
            using (s.Segments[id].Lock.Enter<TMode>()) AcquireOwnerAsWritten(mem);
        }
        else
        {
            mem = PullCachePage(id, externalOnly);
            if (mem.IsNull) goto leave;
        }

        owner = s.Pages[mem].Object;
        if (s.Pages[mem].Inactive && (s.Pages[mem].Reference || map.IsReferenced(s.Pages[mem].Frame)))
        {
            Activate(mem);
            s.Objects[owner].Lock.Release();
            Reactivations++;
            s.PageQueuesLock.Release();
            mem = default;
            goto restart;
        }

        RemoveMappings(mem);
        reclaim = !s.Pages[mem].Dirty && !s.Pages[mem].Precious;
        if (!reclaim)
        {
            QueuesRemove(mem);
            doublePaging = allocPaused && !IsPagedByDefault(owner);
            if (doublePaging) s.Pages[mem].Laundry = true;
        }

    leave:
        if (owner.IsNull)
        {
            s.PageQueuesLock.Release();
            return false;
        }

        // The original reads through the null pointer from here on.
        if (mem.IsNull) Check.Panic("vm_page_seg_evict", "there is a page of the object that is evicted from", owner);

        if (reclaim) Free(mem);
        s.PageQueuesLock.Release();
        if (!reclaim) PageOutAsWritten(mem, owner, doublePaging);
        s.Objects[owner].Lock.Release();
        if (doublePaging) goto restart;
        return true;
    }

    void AcquireOwnerAsWritten(PageId mem)
    {
        ObjectId owner = s.Pages[mem].Object;
        if (owner.IsNull) Check.Panic("vm_object_lock", "the page is still in an object", mem);
        s.Objects[owner].Lock.Acquire();
    }

    /// <summary>The beginning of <c>vm_pageout_page</c>: a page that has no contents is freed as it is marked.</summary>
    void PageOutAsWritten(PageId mem, ObjectId owner, bool doublePaging)
    {
        if (s.Pages[mem].Error)
        {
            using (s.PageQueuesLock.Enter<TMode>()) Free(mem);
            return;
        }

        // vm_pageout_setup takes the mark off again.
        s.Pages[mem].Laundry = false;
        PageOutPage(mem, doublePaging ? LaundryKind.None : IsPagedByDefault(owner) ? LaundryKind.Default : LaundryKind.External);
    }
}
