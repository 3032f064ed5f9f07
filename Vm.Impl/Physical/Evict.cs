using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>With so many pages in the laundry of the default pager, no more are evicted (<c>VM_PAGE_MAX_LAUNDRY</c>).</summary>
    const int MaxLaundry = 5;

    /// <summary>Pages that are evicted before the laundry is looked at again.</summary>
    int evictionsAtATime = 5;

    /// <summary>Pages that were chosen for eviction and had been used again (<c>vm_stat.reactivations</c>).</summary>
    public long Reactivations { get; private set; }

    /// <summary>
    /// Evicts some pages, of external objects first, and lets unprivileged threads allocate again if all segments are usable
    /// (<c>vm_page_evict</c>).
    /// </summary>
    /// <param name="shouldWait">If allocation does not go on: whether the pagers are to be waited for before the next attempt.</param>
    /// <returns>Whether allocation goes on.</returns>
    /// <exception cref="PanicException">No page can be recycled.</exception>
    public bool Evict(out bool shouldWait)
    {
        shouldWait = true;
        missedAnObject = false;
        bool allocPaused;
        using (s.FreeQueueLock.Enter<TMode>())
        {
            s.ExternalLaundryCount = 0;
            allocPaused = s.AllocPaused;
        }

        foreach (var externalOnly in (ReadOnlySpan<bool>)[true, false])
        {
            using (s.FreeQueueLock.Enter<TMode>())
            {
                if (s.LaundryCount >= MaxLaundry) return false;
            }

            var evictions = 0;
            while (evictions < evictionsAtATime && EvictOnce(externalOnly, allocPaused)) evictions++;

            using (s.FreeQueueLock.Enter<TMode>())
            {
                if (s.LaundryCount != 0 || s.ExternalLaundryCount != 0) break;

                // Only clean pages were freed: scan again, there is nobody to wait for. The original asks how the last attempt
                // ended, and so panics when it has evicted the last pages that it can.
                if (evictions > 0) shouldWait = false;
                if (evictions > 0 || missedAnObject) return false;
                if (!externalOnly) Check.Panic("vm_page_evict", "a page can be recycled");
            }
        }

        return CheckUsable();
    }

    /// <summary>Evicts one page, from the segment of highest index that has one (<c>vm_page_evict_once</c>).</summary>
    bool EvictOnce(bool externalOnly, bool allocPaused) =>
        Segments.Reverse().Any(segment => EvictFrom(segment, externalOnly, allocPaused));

    /// <summary>Evicts one page of a segment, clean or through its pager (<c>vm_page_seg_evict</c>).</summary>
    /// <param name="id">The segment.</param>
    /// <param name="externalOnly">Pages of internal objects are left alone.</param>
    /// <param name="allocPaused">External pagers cannot be relied on: they are not privileged.</param>
    bool EvictFrom(SegmentId id, bool externalOnly, bool allocPaused)
    {
        while (true)
        {
            PageId mem;
            ObjectId owner;
            Reclamation reclamation;
            using (s.PageQueuesLock.Enter<TMode>())
            {
                mem = PullCachePage(id, externalOnly);
                if (mem.IsNull) return false;

                owner = s.Pages[mem].Object;
                reclamation = Reclaim(mem);
            }

            if (reclamation == Reclamation.MustBeCleaned) PageOut(mem, allocPaused);
            s.Objects[owner].Lock.Release();
            if (reclamation != Reclamation.Reactivated) return true;

            Reactivations++;
        }
    }

    /// <summary>
    /// Decides about a page that can go: an inactive page that was used again stays, a clean one is freed, any other is taken out
    /// of the address spaces and off the queues. The page's object is locked.
    /// </summary>
    [Operation(typeof(ReclaimContract))]
    Reclamation ReclaimBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        Check.Assert<TMode>(!page.Object.IsNull);
        Check.Assert<TMode>(!page.Fictitious && !page.Private);
        Check.Assert<TMode>(page.WireCount == 0);

        if (page.Inactive)
        {
            bool isReferenced = map.IsReferenced(page.Frame);
            if (page.Reference || isReferenced)
            {
                Activate(mem);
                return Reclamation.Reactivated;
            }
        }

        RemoveMappings(mem);
        if (page.Dirty || page.Precious)
        {
            QueuesRemove(mem);
            return Reclamation.MustBeCleaned;
        }

        Free(mem);
        return Reclamation.Freed;
    }
}
