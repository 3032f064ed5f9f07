namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives the place of a pageable page of one segment to a free page of another (<c>vm_page_seg_balance_page</c>).</summary>
    /// <returns>Whether a page was moved.</returns>
    bool MovePage(SegmentId from, SegmentId to)
    {
        if (IsUsable(from) || !HasPageAvailable(to)) return false;

        var source = PullPage(from);
        if (source.IsNull) return false;

        ref Page page = ref s.Pages[source];
        var owner = page.Object;
        try
        {
            var target = AllocFrom(to);
            if (target.IsNull) return false;

            using (s.PageQueuesLock.Enter()) Move(source, target);
            return true;
        }
        finally
        {
            s.Objects[owner].Lock.Release();
        }
    }

    /// <summary>A free page of a segment, past the processors' pools.</summary>
    PageId AllocFrom(SegmentId id)
    {
        using (s.FreeQueueLock.Enter())
        {
            PageId mem;
            using (s.Segments[id].Lock.Enter()) mem = AllocFromBuddy(id, 0);
            if (!mem.IsNull) SetFree(mem, 0, false);
            return mem;
        }
    }

    void Move(PageId source, PageId target)
    {
        ref Page page = ref s.Pages[source];
        var (obj, offset, wasActive) = (page.Object, page.Offset, page.Active);
        if (!wasActive && !page.Reference && map.IsReferenced(page.Frame)) page.Reference = true;

        Remove(source);
        map.PageProtect(page.Frame, Protection.None);
        if (!page.Dirty) page.Dirty = map.IsModified(page.Frame);

        MoveFlags(source, target);
        map.CopyPage(page.Frame, s.Pages[target].Frame);
        if (!page.Dirty) map.ClearModify(s.Pages[target].Frame);
        s.Pages[target].Busy = false;

        InitPage(source);
        using (s.FreeQueueLock.Enter())
        {
            SetFree(source, 0, true);
            var segment = new SegmentId(page.Segment);
            using (s.Segments[segment].Lock.Enter()) FreeToBuddy(segment, source, 0);
        }

        Insert(target, obj, offset);
        if (wasActive) Activate(target);
        else Deactivate(target);
    }

    /// <summary>
    /// The page of a segment that was queued first and can be moved, inactive ones and those of external objects before the
    /// others; its object is locked (<c>vm_page_seg_pull_cache_page</c>). Null if there is none.
    /// </summary>
    PageId PullPage(SegmentId id)
    {
        using (s.PageQueuesLock.Enter())
        {
            foreach (var active in (ReadOnlySpan<bool>)[false, true])
            {
                foreach (var external in (ReadOnlySpan<bool>)[true, false])
                {
                    var mem = s.Queues[PagingQueues.Of((byte)id.V, active, external)].First;
                    for (; !mem.IsNull; mem = s.Pages[mem].NodeNext)
                    {
                        if (CanMove(mem) && s.Objects[s.Pages[mem].Object].Lock.TryAcquire()) return mem;
                    }
                }
            }
        }

        return default;
    }

    /// <summary>A pageable page is not in use by anybody just now (<c>vm_page_can_move</c>).</summary>
    bool CanMove(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        return !page.Busy && !page.Wanted && !page.Absent && s.Objects[page.Object].Alive;
    }
}
