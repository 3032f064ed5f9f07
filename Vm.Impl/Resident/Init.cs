using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Makes a page structure that its holder fills (<c>vm_page_init</c>).</summary>
    [Operation(typeof(InitContract))]
    void InitBody(PageId mem) => InitPage(mem);

    /// <summary>Puts a page's fields into the template state (<c>vm_page_init_template</c>): busy, and nothing else.</summary>
    [Inline]
    void InitPage(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        page.Object = default;
        page.Offset = 0;
        page.WireCount = 0;

        page.Inactive = false;
        page.Active = false;
        page.Laundry = false;
        page.ExternalLaundry = false;
        page.Free = false;
        page.Reference = false;
        page.External = false;

        page.Busy = true;
        page.Wanted = false;
        page.Tabled = false;
        page.Fictitious = false;
        page.Private = false;
        page.Absent = false;
        page.Error = false;
        page.Dirty = false;
        page.Precious = false;
        page.Overwriting = false;

        page.PageLock = Protection.None;
        page.UnlockRequest = Protection.None;
    }
}
