using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Puts a page that is no longer interesting on its inactive queue (<c>vm_page_deactivate</c>).</summary>
    [Operation(typeof(DeactivateContract))]
    void DeactivateBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        CheckPage(mem);

        // A wired page keeps its reference bit.
        if (page.Active || (page.Inactive && page.Reference))
        {
            if (!page.Fictitious && !page.Private && !page.Absent) map.ClearReference(page.Frame);
            page.Reference = false;
            QueuesRemove(mem);
        }

        if (page.WireCount == 0 && !page.Fictitious && !page.Private && !page.Inactive) AddInactive(mem);
    }
}
