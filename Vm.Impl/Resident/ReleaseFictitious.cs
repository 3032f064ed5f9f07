using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Puts a fictitious page on its free list (<c>vm_page_release_fictitious</c>).</summary>
    [Operation(typeof(ReleaseFictitiousContract))]
    void ReleaseFictitiousBody(PageId mem)
    {
        using (s.FreeQueueLock.Enter<TMode>())
        {
            ref Page page = ref s.Pages[mem];
            if (page.Free) Check.Panic("vm_page_release_fictitious", "the page is not free", mem);
            ref FreeList list = ref s.FreeLists[FreeLists.Fictitious()];
            page.NodeNext = list.First;
            list.First = mem;
            list.Size++;
            page.Free = true;
            s.FictitiousCount++;
        }
    }
}
