using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Puts a page at the end of its active queue, also if it was there (<c>vm_page_activate</c>).</summary>
    [Operation(typeof(ActivateContract))]
    void ActivateBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        CheckPage(mem);
        QueuesRemove(mem);
        if (page.WireCount == 0 && !page.Fictitious && !page.Private) AddActive(mem);
    }
}
