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
        using (s.FreeQueueLock.Enter())
        {
            if (s.Pages[mem].Free) Check.Panic("vm_page_release", "the page is not free", mem);
            FreeSingle(mem);
            if (laundry)
            {
                s.LaundryCount--;
                if (s.LaundryCount == 0) PageoutResume();
            }

            // Not above zero, the pageout daemon does not expect to be told.
            if (externalLaundry && s.ExternalLaundryCount > 0)
            {
                s.ExternalLaundryCount--;
                if (s.ExternalLaundryCount == 0) PageoutResume();
            }
        }
    }
}
