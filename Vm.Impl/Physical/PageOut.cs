using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Where the contents of pages go that cannot just be dropped. Needed before memory runs short.</summary>
    public IPagers? Pagers { get; set; }

    /// <summary>Pages that were given to a pager (<c>vm_stat.pageouts</c>).</summary>
    public long Pageouts { get; private set; }

    /// <summary>
    /// Gives a page that is off the queues to its pager. If allocation is paused, a page of an external object goes to its
    /// pager and then, from where it waits for that, to the default pager, which is privileged (double paging). The page's object is
    /// locked.
    /// </summary>
    void PageOut(PageId mem, bool allocPaused)
    {
        if (s.Pages[mem].Error)
        {
            // There are no contents to keep.
            using (s.PageQueuesLock.Enter<TMode>()) Free(mem);
            return;
        }

        var owner = s.Pages[mem].Object;
        if (!allocPaused || IsPagedByDefault(owner))
        {
            PageOutPage(mem, IsPagedByDefault(owner) ? LaundryKind.Default : LaundryKind.External);
            return;
        }

        var copy = PageOutPage(mem, LaundryKind.None);
        using (s.Objects[copy].Lock.Enter())
        {
            // A fast pager may have it already.
            if (!s.Pages[mem].Tabled || s.Pages[mem].Object != copy) return;

            RemoveMappings(mem);
            PageOutPage(mem, LaundryKind.Default);
        }
    }

    bool IsPagedByDefault(ObjectId obj) => s.Objects[obj].Internal || (Pagers?.IsDefault(obj) ?? false);

    /// <summary>
    /// Moves a page to an object of its own and returns its contents to the pager of the old one (<c>vm_pageout_page</c> with
    /// <c>flush</c>). Meanwhile a placeholder keeps others from asking for the page. The page's object is locked, but not
    /// while the pager is called.
    /// </summary>
    /// <returns>The object that the page is in until the pager has it.</returns>
    ObjectId PageOutPage(PageId mem, LaundryKind laundry)
    {
        if (Pagers is not { } pagers)
        {
            Check.Panic("vm_page_seg_evict", "the object has a pager", s.Pages[mem].Object);
            return default;
        }

        var (owner, offset, isDirty) = (s.Pages[mem].Object, s.Pages[mem].Offset, s.Pages[mem].Dirty);
        PagingBegin(owner);
        var copy = CreateObject(isInternal: true, ResidentState.PageSize);
        var holding = GrabFictitious();
        while (holding.IsNull)
        {
            MoreFictitious();
            holding = GrabFictitious();
        }

        using (s.Objects[copy].Lock.Enter())
        using (s.PageQueuesLock.Enter<TMode>())
        {
            SetAside(mem, holding, copy);
            if (laundry == LaundryKind.Default) EnterLaundry(mem);
            if (laundry == LaundryKind.External) EnterExternalLaundry(mem);
            Pageouts++;
        }

        s.Objects[owner].Lock.Release();
        pagers.DataReturn(owner, offset, copy, isDirty);
        s.Objects[owner].Lock.Acquire();

        using (s.PageQueuesLock.Enter<TMode>()) Free(holding);
        PagingEnd(owner);
        return copy;
    }

    /// <summary>Moves a page to a new object and puts a placeholder where it was (<c>vm_pageout_setup</c>).</summary>
    [Operation(typeof(SetAsideContract))]
    void SetAsideBody(PageId mem, PageId holding, ObjectId copy)
    {
        ref Page page = ref s.Pages[mem];
        ObjectId owner = page.Object;
        ulong offset = page.Offset;
        Remove(mem);
        PageWakeupDone(mem);
        Insert(holding, owner, offset);
        Insert(mem, copy, 0);
        page.Dirty = true;
        page.Precious = false;
        page.PageLock = Protection.None;
        page.UnlockRequest = Protection.None;
    }

    /// <summary>The default pager has a page to clean. It will free the page, which is wired until then.</summary>
    [Operation(typeof(EnterLaundryContract))]
    void EnterLaundryBody(PageId mem)
    {
        // The count is the free queue lock's, as in Release; the original counts up under the page queues lock.
        using (s.FreeQueueLock.Enter<TMode>())
        {
            s.Pages[mem].Laundry = true;
            s.LaundryCount++;
        }

        Wire(mem);
    }

    /// <summary>An external pager has a page to clean. If it never frees the page, that is paged out once more, to the default pager.</summary>
    [Operation(typeof(EnterExternalLaundryContract))]
    void EnterExternalLaundryBody(PageId mem)
    {
        using (s.FreeQueueLock.Enter<TMode>())
        {
            s.Pages[mem].ExternalLaundry = true;

            // Below zero, the pageout daemon does not expect to be told.
            if (s.ExternalLaundryCount >= 0) s.ExternalLaundryCount++;
        }

        Activate(mem);
    }
}
