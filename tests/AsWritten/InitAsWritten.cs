using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_init</c> as written: <c>vm_page_init_template</c> names every mark but one.</summary>
    [Operation(typeof(InitContract)), Mutant("leaves the mark overwriting as it is")]
    void InitAsWrittenBody(PageId mem)
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
        page.Reference = false;

        page.PageLock = Protection.None;
        page.UnlockRequest = Protection.None;
    }
}
