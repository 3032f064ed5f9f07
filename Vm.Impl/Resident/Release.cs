using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a page back to the free list (<c>vm_page_release</c>).</summary>
    /// <param name="mem">The page.</param>
    /// <param name="laundry">It was being cleaned.</param>
    /// <param name="externalLaundry">It was being cleaned by an external pager.</param>
    [Operation(typeof(ReleaseContract))]
    void ReleaseBody(PageId mem, bool laundry, bool externalLaundry)
    {
        using (s.FreeQueueLock.Enter<TMode>())
        {
            if (s.Pages[mem].Free) Check.Panic("vm_page_release", "the page is not free", mem);
            bool laundryIsDone = LeaveLaundry(mem, laundry, externalLaundry);
            FreeSingle(mem);
            if (laundryIsDone) PageoutResume();
        }
    }

    /// <summary>
    /// Takes a page out of the laundry: the marks go together with the counts. A page that is marked external is not counted
    /// if it was marked while the pageout daemon did not expect to be told, or before the count started over.
    /// </summary>
    /// <returns>Whether the page was the last one that the pageout daemon waits for, in either laundry.</returns>
    [Inline]
    bool LeaveLaundry(PageId mem, bool laundry, bool externalLaundry)
    {
        ref Page page = ref s.Pages[mem];
        bool isLast = false;
        if (laundry)
        {
            page.Laundry = false;
            s.LaundryCount--;
            isLast = s.LaundryCount == 0;
        }

        if (externalLaundry)
        {
            page.ExternalLaundry = false;
            if (s.ExternalLaundryCount > 0)
            {
                s.ExternalLaundryCount--;
                isLast = isLast || s.ExternalLaundryCount == 0;
            }
        }

        return isLast;
    }
}
