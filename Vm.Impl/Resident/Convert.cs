using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>
    /// Puts a real page in the place of a fictitious one (<c>vm_page_convert</c>). The original does this without the page queues
    /// lock, forgets to count a wiring that moves, and frees the old page with its flags.
    /// </summary>
    /// <returns>The real page; null if no page is free, and then nothing has changed.</returns>
    [Operation(typeof(ConvertContract))]
    PageId ConvertBody(PageId mem)
    {
        ref Page old = ref s.Pages[mem];
        Check.Assert<TMode>(old.Fictitious);
        Check.Assert<TMode>(old.Frame == Page.FictitiousFrame);

        PageId real = Grab();
        if (real.IsNull) return default;

        using (s.PageQueuesLock.Enter<TMode>())
        {
            Check.Assert<TMode>(!old.Active);
            Check.Assert<TMode>(!old.Inactive);
            ObjectId obj = old.Object;
            ulong offset = old.Offset;
            Remove(mem);
            MoveFlags(mem, real);

            // Who slept on the old page looks the key up again.
            PageWakeup(mem);
            MakeFictitious(mem);
            Insert(real, obj, offset);
        }

        return real;
    }

    /// <summary>
    /// Gives a page the flags of another, except those that tell what kind of page it is and who waits for it. The laundry marks are
    /// counted, so they leave the other page. The original copies all that stands behind <c>VM_PAGE_HEADER_SIZE</c>.
    /// </summary>
    [Inline]
    void MoveFlags(PageId from, PageId to)
    {
        ref Page source = ref s.Pages[from];
        ref Page target = ref s.Pages[to];
        if (source.WireCount != 0) s.WireCount++;
        target.WireCount = source.WireCount;
        target.Laundry = source.Laundry;
        source.Laundry = false;
        target.ExternalLaundry = source.ExternalLaundry;
        source.ExternalLaundry = false;
        target.Reference = source.Reference;
        target.Busy = source.Busy;
        target.Absent = source.Absent;
        target.Error = source.Error;
        target.Dirty = source.Dirty;
        target.Precious = source.Precious;
        target.Overwriting = source.Overwriting;
        target.PageLock = source.PageLock;
        target.UnlockRequest = source.UnlockRequest;
    }
}
