using System.Runtime.CompilerServices;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>A page's kind agrees with its address (<c>VM_PAGE_CHECK</c>, <c>vm_page_check</c>).</summary>
    [Inline, MethodImpl(MethodImplOptions.AggressiveInlining)]
    void CheckPage(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        Check.Assert<TMode>(!(page.Fictitious && page.Private));
        Check.Assert<TMode>(page.Fictitious == (page.Frame == Page.FictitiousFrame));
        Check.Assert<TMode>((page.Fictitious || page.Private) == (mem.V > s.PhysicalPages));
    }
}
