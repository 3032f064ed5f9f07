using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Gives the place of a pageable page of one segment to a free page of another (<c>vm_page_seg_balance_page</c>). The locks of the
    /// page queues and of the free queue together keep the counts of both segments still, so that the segments' own locks are not
    /// taken together (<c>vm_page_seg_double_lock</c>, <c>vm_page_seg_double_unlock</c>).
    /// </summary>
    /// <returns>Whether a page was moved.</returns>
    [Operation(typeof(MovePageContract))]
    bool MovePageBody(SegmentId from, SegmentId to)
    {
        using (s.PageQueuesLock.Enter<TMode>())
        {
            PageId source = default;
            PageId target = default;
            using (s.FreeQueueLock.Enter<TMode>())
            {
                bool isUsable = IsUsable(from);
                bool isAvailable = HasPageAvailable(to);
                if (isUsable || !isAvailable) return false;

                source = PullCachePage(from, false);
                if (source.IsNull) return false;
                target = AllocFrom(to, 0);
            }

            ObjectId owner = s.Pages[source].Object;
            if (!target.IsNull) Move(source, target);
            s.Objects[owner].Lock.Release();
            return !target.IsNull;
        }
    }

    /// <summary>Puts a page that nobody has in the place of a pageable one, which goes back to its segment.</summary>
    [Operation(typeof(MoveContract))]
    void MoveBody(PageId source, PageId target)
    {
        ref Page old = ref s.Pages[source];
        ref Page page = ref s.Pages[target];
        ObjectId owner = old.Object;
        ulong offset = old.Offset;
        bool wasActive = old.Active;
        if (!wasActive && !old.Reference)
        {
            bool isReferenced = map.IsReferenced(old.Frame);
            old.Reference = isReferenced;
        }

        Remove(source);
        RemoveMappings(source);
        MoveFlags(source, target);
        map.CopyPage(old.Frame, page.Frame);
        if (!old.Dirty) map.ClearModify(page.Frame);
        page.Busy = false;

        InitPage(source);
        using (s.FreeQueueLock.Enter<TMode>()) FreeTo(source);

        Insert(target, owner, offset);
        if (wasActive) Activate(target);
        else Deactivate(target);
    }

    /// <summary>Takes a page out of all address spaces, in which it may have been written (<c>vm_page_remove_mappings</c>).</summary>
    [Inline]
    void RemoveMappings(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        page.Busy = true;
        map.PageProtect(page.Frame, Protection.None);
        if (!page.Dirty)
        {
            bool isModified = map.IsModified(page.Frame);
            page.Dirty = isModified;
        }
    }
}
