namespace Vm.Resident;

/// <summary>Protection bits (<c>vm_prot_t</c>).</summary>
[Flags]
public enum Protection : byte
{
    /// <summary><c>VM_PROT_NONE</c>.</summary>
    None = 0,

    /// <summary><c>VM_PROT_READ</c>.</summary>
    Read = 1,

    /// <summary><c>VM_PROT_WRITE</c>.</summary>
    Write = 2,

    /// <summary><c>VM_PROT_EXECUTE</c>.</summary>
    Execute = 4,

    /// <summary><c>VM_PROT_ALL</c>.</summary>
    All = Read | Write | Execute,
}

/// <summary>What a physical page is used for (<c>VM_PT_*</c>).</summary>
public enum PageType : byte
{
    /// <summary>In the allocator (<c>VM_PT_FREE</c>).</summary>
    Free = 0,

    /// <summary>Reserved at boot time (<c>VM_PT_RESERVED</c>).</summary>
    Reserved = 1,

    /// <summary>Part of the page table (<c>VM_PT_TABLE</c>).</summary>
    Table = 2,

    /// <summary>Handed out by the allocator (<c>VM_PT_KERNEL</c>).</summary>
    Kernel = 3,
}
