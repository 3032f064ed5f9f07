using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Wires a page down once more and takes it off the paging queues (<c>vm_page_wire</c>).</summary>
    [Operation(typeof(WireContract))]
    void WireBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        CheckPage(mem);
        if (page.WireCount == 0)
        {
            QueuesRemove(mem);
            if (!page.Private && !page.Fictitious) s.WireCount++;
        }

        page.WireCount++;
    }
}
