using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a fictitious page off its free list (<c>vm_page_grab_fictitious</c>).</summary>
    /// <returns>The page; null if none is free.</returns>
    [Operation(typeof(GrabFictitiousContract))]
    PageId GrabFictitiousBody()
    {
        using (s.FreeQueueLock.Enter<TMode>())
        {
            ref FreeList list = ref s.FreeLists[FreeLists.Fictitious()];
            PageId mem = list.First;
            if (mem.IsNull) return default;

            ref Page page = ref s.Pages[mem];
            Check.Assert<TMode>(page.Fictitious);
            list.First = page.NodeNext;
            list.Size--;
            page.Free = false;
            s.FictitiousCount--;
            return mem;
        }
    }
}
