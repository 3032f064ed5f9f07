using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Fills a page with zeros (<c>vm_page_zero_fill</c>).</summary>
    [Operation(typeof(ZeroFillContract)), Unlocked("the page is busy, and what kind of page a busy page is does not change")]
    void ZeroFillBody(PageId mem)
    {
        CheckPage(mem);
        map.ZeroPage(s.Pages[mem].Frame);
    }
}
