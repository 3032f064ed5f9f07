using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a page that was reserved at boot to the allocator (<c>vm_page_manage</c>).</summary>
    [Operation(typeof(ManageContract))]
    void ManageBody(PageId mem)
    {
        Check.Assert<TMode>(s.Pages[mem].Type == PageType.Reserved);
        using (s.FreeQueueLock.Enter<TMode>()) FreeTo(mem);
    }
}
