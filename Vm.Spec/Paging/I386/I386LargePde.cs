using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// An entry of an i386 page directory that maps a page of 4 MiB: bit 7 is 1 and so is CR4.PSE (Intel SDM volume 3A, section 4.3, table 4-4).
/// The page may lie above 4 GiB: the upper bits of its number are in a field of their own (PSE-36).
/// </summary>
[Packed(32)]
public partial struct I386LargePde
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

    /// <summary>Bits 32 to 39 of the page's address; those from MAXPHYADDR on are reserved.</summary>
    [Bits(0, 13, 8)]
    public partial byte FrameHigh { readonly get; set; }

    /// <summary>Must be 0.</summary>
    [Bits(0, 21, 1)]
    public partial bool Reserved { readonly get; set; }

    /// <summary>Bits 22 to 31 of the page's address.</summary>
    [Bits(0, 22, 10)]
    public partial ushort Frame { readonly get; set; }
}
