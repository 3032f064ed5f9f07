using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// An entry of an i386 page directory that names a page table (Intel SDM volume 3A, section 4.3, table 4-5). Bit 7 is not looked
/// at while CR4.PSE is 0.
/// </summary>
[Packed(32)]
public partial struct I386Pde
{
    /// <summary>P: the entry is in use.</summary>
    [Bits(0, 0, 1)]
    public partial bool Present { readonly get; set; }

    /// <summary>RW: writes are allowed below this entry.</summary>
    [Bits(0, 1, 1)]
    public partial bool Writable { readonly get; set; }

    /// <summary>US: user-mode accesses are allowed below this entry.</summary>
    [Bits(0, 2, 1)]
    public partial bool User { readonly get; set; }

    /// <summary>PWT: page-level write-through, part of the memory type.</summary>
    [Bits(0, 3, 1)]
    public partial bool WriteThrough { readonly get; set; }

    /// <summary>PCD: page-level cache disable, part of the memory type.</summary>
    [Bits(0, 4, 1)]
    public partial bool CacheDisable { readonly get; set; }

    /// <summary>A: the processor has used the entry for a translation.</summary>
    [Bits(0, 5, 1)]
    public partial bool Accessed { readonly get; set; }

    /// <summary>Not looked at.</summary>
    [Bits(0, 6, 1)]
    public partial bool Ignored { readonly get; set; }

    /// <summary>PS: 0, or CR4.PSE is 0.</summary>
    [Bits(0, 7, 1)]
    public partial bool PageSize { readonly get; set; }

    /// <summary>AVL: the system's to use.</summary>
    [Bits(0, 8, 4)]
    public partial byte Available { readonly get; set; }

    /// <summary>Frame of the page table.</summary>
    [Bits(0, 12, 20)]
    public partial uint Frame { readonly get; set; }
}
