using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Fills a page with zeros (<c>vm_page_zero_fill</c>).</summary>
    [Operation(typeof(ZeroFillContract))]
    void ZeroFillBody(PageId mem)
    {
        CheckPage(mem);
        map.ZeroPage(s.Pages[mem].Frame);
    }
}
