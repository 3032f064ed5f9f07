using System.Runtime.CompilerServices;
using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// An entry of a four-level paging structure, at any level: the layouts of PML4E, PDPTE, PDE and PTE differ only in what
/// bit 7 means (Intel SDM volume 3A, section 4.5.4, figure 4-11 and tables 4-15 to 4-20).
/// <code>
///  63  62        52 51                          12 11   9  8   7   6  5   4   3   2   1   0
/// +---+------------+------------------------------+------+---+----+---+---+---+---+---+---+---+
/// |NX |  available |            frame             | AVL  | G | PS | D | A |PCD|PWT| US| RW| P |
/// +---+------------+------------------------------+------+---+----+---+---+---+---+---+---+---+
/// </code>
/// In an entry that is not present every bit but P is the system's to use.
/// </summary>
[Packed(64)]
public partial struct PageTableEntry
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

    /// <summary>D: the processor has written to the page. Only in an entry that maps a page.</summary>
    [Bits(0, 6, 1)]
    public partial bool Dirty { readonly get; set; }

    /// <summary>
    /// PS in a PDPTE or PDE: the entry maps a page of 1 GiB or 2 MiB. Reserved in a PML4E. PAT, part of the memory type, in a PTE.
    /// </summary>
    [Bits(0, 7, 1)]
    public partial bool PageSize { readonly get; set; }

    /// <summary>G: the translation outlives a load of CR3. Only in an entry that maps a page.</summary>
    [Bits(0, 8, 1)]
    public partial bool Global { readonly get; set; }

    /// <summary>AVL: the system's to use.</summary>
    [Bits(0, 9, 3)]
    public partial byte Available { readonly get; set; }

    /// <summary>
    /// Physical frame of the next table or of the page. Bits from MAXPHYADDR on are reserved, and so are those below the
    /// alignment of a large page, except the lowest, which is its PAT bit.
    /// </summary>
    [Bits(0, 12, 40)]
    public partial ulong Frame { readonly get; set; }

    /// <summary>More bits that are the system's to use.</summary>
    [Bits(0, 52, 11)]
    public partial ushort AvailableHigh { readonly get; set; }

    /// <summary>NX: instruction fetches are not allowed below this entry. Reserved while EFER.NXE is 0.</summary>
    [Bits(0, 63, 1)]
    public partial bool NoExecute { readonly get; set; }

    /// <summary>The entry as the processor reads it from memory.</summary>
    public readonly ulong Value => Unsafe.BitCast<PageTableEntry, ulong>(this);

    /// <summary>The entry that a 64-bit word holds.</summary>
    public static PageTableEntry Of(ulong value) => Unsafe.BitCast<ulong, PageTableEntry>(value);
}
