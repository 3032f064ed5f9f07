using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// An entry of a paging structure, seen without knowing its kind: the fields that the kinds share, where all of them have them.
/// An entry of 4 bytes has an upper half of zeros. The kinds are
/// <see cref="I386Pde"/>, <see cref="I386LargePde"/>, <see cref="I386Pte"/>;
/// <see cref="PaePdpte"/>, <see cref="PaePde"/>, <see cref="PaeLargePde"/>, <see cref="PaePte"/>;
/// <see cref="Pml4e"/>, <see cref="Pdpte"/>, <see cref="HugePdpte"/>, <see cref="Pde"/>, <see cref="LargePde"/>, <see cref="Pte"/>.
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
    /// PS in a PDPTE or PDE: the entry maps a page larger than 4 KiB. Reserved in a PML4E. PAT, part of the memory type, in a PTE.
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
    /// Physical frame of the next table or of the 4 KiB page. What a large page has here is told by its kind.
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
    public readonly ulong Value => ToBits();

    /// <summary>The entry that a 64-bit word holds.</summary>
    public static PageTableEntry Of(ulong value) => FromBits(value);
}
