using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives one wiring of a page back; after the last the page is active again (<c>vm_page_unwire</c>).</summary>
    [Operation(typeof(UnwireContract))]
    void UnwireBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        CheckPage(mem);
        Check.Assert<TMode>(page.WireCount != 0);
        page.WireCount--;
        if (page.WireCount != 0 || page.Fictitious || page.Private) return;

        AddActive(mem);
        s.WireCount--;
    }
}
