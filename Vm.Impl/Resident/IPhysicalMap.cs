using Vm.Physical;
using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>What the module asks of the machine layer (<c>pmap</c>). Frames are physical page numbers.</summary>
public interface IPhysicalMap
{
    /// <summary>Forgets that the frame was referenced (<c>pmap_clear_reference</c>).</summary>
    [External]
    void ClearReference(ulong frame);

    /// <summary>Fills the frame with zeros (<c>pmap_zero_page</c>).</summary>
    [External]
    void ZeroPage(ulong frame);

    /// <summary>Copies a frame (<c>pmap_copy_page</c>).</summary>
    [External]
    void CopyPage(ulong source, ulong destination);

    /// <summary>Where the kernel's virtual addresses begin that nothing is mapped at (<c>pmap_virtual_space</c>).</summary>
    ulong VirtualStart => BootMemory.VirtualStart;

    /// <summary>Maps a kernel page (<c>pmap_enter</c> on the kernel's map).</summary>
    /// <param name="address">Virtual address, a multiple of the page size.</param>
    /// <param name="frame">Physical page number.</param>
    [External]
    void EnterKernel(ulong address, ulong frame);

    /// <summary>Takes the rights named away from all mappings of the frame (<c>pmap_page_protect</c>).</summary>
    [External]
    void PageProtect(ulong frame, Protection protection);

    /// <summary>Whether the frame was written since its modify bit was cleared (<c>pmap_is_modified</c>).</summary>
    [External]
    bool IsModified(ulong frame);

    /// <summary>Whether the frame was used since its reference bit was cleared (<c>pmap_is_referenced</c>).</summary>
    [External]
    bool IsReferenced(ulong frame);

    /// <summary>Forgets that the frame was written (<c>pmap_clear_modify</c>).</summary>
    [External]
    void ClearModify(ulong frame);
}
