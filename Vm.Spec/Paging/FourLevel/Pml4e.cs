using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// An entry of the PML4, the root of four-level paging (Intel SDM volume 3A, section 4.5.4, table 4-15).
/// </summary>
[Packed(64)]
public partial struct Pml4e
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

    /// <summary>Must be 0: no page is that large.</summary>
    [Bits(0, 7, 1)]
    public partial bool Reserved { readonly get; set; }

    /// <summary>AVL: the system's to use.</summary>
    [Bits(0, 8, 4)]
    public partial byte Available { readonly get; set; }

    /// <summary>Frame of the page-directory-pointer table; bits from MAXPHYADDR on are reserved.</summary>
    [Bits(0, 12, 40)]
    public partial ulong Frame { readonly get; set; }

    /// <summary>More bits that are the system's to use.</summary>
    [Bits(0, 52, 11)]
    public partial ushort AvailableHigh { readonly get; set; }

    /// <summary>NX: instruction fetches are not allowed below this entry. Reserved while EFER.NXE is 0.</summary>
    [Bits(0, 63, 1)]
    public partial bool NoExecute { readonly get; set; }
}
