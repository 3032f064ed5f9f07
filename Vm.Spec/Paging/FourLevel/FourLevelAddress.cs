using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// A linear address as four-level paging takes it apart (Intel SDM volume 3A, section 4.5.4, figure 4-8).
/// <code>
///  63        48 47      39 38      30 29      21 20      12 11         0
/// +------------+----------+----------+----------+----------+------------+
/// |    sign    |   PML4   |   PDPT   |    PD    |    PT    |   offset   |
/// +------------+----------+----------+----------+----------+------------+
/// </code>
/// </summary>
[Packed(64)]
public partial struct FourLevelAddress
{
    /// <summary>Byte within a 4 KiB page.</summary>
    [Bits(0, 0, 12)]
    public partial ushort Offset { readonly get; set; }

    /// <summary>Index into the page table (level 1).</summary>
    [Bits(0, 12, 9)]
    public partial ushort TableIndex { readonly get; set; }

    /// <summary>Index into the page directory (level 2).</summary>
    [Bits(0, 21, 9)]
    public partial ushort DirectoryIndex { readonly get; set; }

    /// <summary>Index into the page-directory-pointer table (level 3).</summary>
    [Bits(0, 30, 9)]
    public partial ushort PointerIndex { readonly get; set; }

    /// <summary>Index into the PML4 (level 4).</summary>
    [Bits(0, 39, 9)]
    public partial ushort RootIndex { readonly get; set; }

    /// <summary>Copies of bit 47 in a canonical address.</summary>
    [Bits(0, 48, 16)]
    public partial ushort Sign { readonly get; set; }
}
