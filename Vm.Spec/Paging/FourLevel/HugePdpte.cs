using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// An entry of a four-level page-directory-pointer table that maps a page of 1 GiB (Intel SDM volume 3A, section 4.5.4, table 4-16).
/// </summary>
[Packed(64)]
public partial struct HugePdpte
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

    /// <summary>D: the processor has written to the page.</summary>
    [Bits(0, 6, 1)]
    public partial bool Dirty { readonly get; set; }

    /// <summary>PS: 1.</summary>
    [Bits(0, 7, 1)]
    public partial bool PageSize { readonly get; set; }

    /// <summary>G: the translation outlives a load of CR3 while CR4.PGE is 1.</summary>
    [Bits(0, 8, 1)]
    public partial bool Global { readonly get; set; }

    /// <summary>AVL: the system's to use.</summary>
    [Bits(0, 9, 3)]
    public partial byte Available { readonly get; set; }

    /// <summary>PAT, part of the memory type.</summary>
    [Bits(0, 12, 1)]
    public partial bool Pat { readonly get; set; }

    /// <summary>Must be 0: the page is aligned to its size.</summary>
    [Bits(0, 13, 17)]
    public partial uint Misaligned { readonly get; set; }

    /// <summary>Number of the 1 GiB page; bits from MAXPHYADDR on are reserved.</summary>
    [Bits(0, 30, 22)]
    public partial uint Frame { readonly get; set; }

    /// <summary>More bits that are the system's to use.</summary>
    [Bits(0, 52, 11)]
    public partial ushort AvailableHigh { readonly get; set; }

    /// <summary>NX: instruction fetches are not allowed below this entry. Reserved while EFER.NXE is 0.</summary>
    [Bits(0, 63, 1)]
    public partial bool NoExecute { readonly get; set; }
}
