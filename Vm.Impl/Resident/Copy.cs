using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Copies a page's contents to another page (<c>vm_page_copy</c>).</summary>
    [Operation(typeof(CopyContract)), Unlocked("both pages are busy, and what kind of page a busy page is does not change")]
    void CopyBody(PageId source, PageId destination)
    {
        CheckPage(source);
        CheckPage(destination);
        map.CopyPage(s.Pages[source].Frame, s.Pages[destination].Frame);
    }
}
