namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Takes a page off the free list for its memory alone (<c>vm_page_grab_phys_addr</c>).</summary>
    /// <returns>The physical address in bytes; <see cref="ulong.MaxValue"/> if no page is free.</returns>
    public ulong GrabPhysAddr()
    {
        PageId mem = Grab();
        return mem.IsNull ? ulong.MaxValue : s.Pages[mem].Frame * ResidentState.PageSize;
    }
}
