namespace Vm.Resident;

/// <summary>What the module does that its state does not show: calls of the allocator, the slab cache and the pageout daemon.</summary>
public interface IModuleEvents
{
    /// <summary>The physical allocator was asked for 2^order pages; <paramref name="first"/> is null if it had none.</summary>
    void AllocPa(uint order, uint selector, PageId first);

    /// <summary>A block of 2^order pages is given back to the physical allocator.</summary>
    void FreePa(PageId mem, uint order);

    /// <summary>The slab cache handed out a structure for a fictitious page.</summary>
    void SlabAlloc(PageId mem);

    /// <summary>The allocator asks for the pageout daemon (<c>vm_pageout_start</c>).</summary>
    void PageoutStart();

    /// <summary>The pageout daemon is told that laundry is done (<c>vm_pageout_resume</c>).</summary>
    void PageoutResume();
}
