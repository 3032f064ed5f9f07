using System.Runtime.CompilerServices;
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
public partial struct VirtualAddress
{
    /// <summary>The first address above the lower, user half of the canonical addresses.</summary>
    public const ulong UserEnd = 1UL << (FourLevelPaging.AddressBits - 1);

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

    /// <summary>The address as a number.</summary>
    public readonly ulong Value => Unsafe.BitCast<VirtualAddress, ulong>(this);

    /// <summary>Number of the 4 KiB page.</summary>
    public readonly ulong PageNumber => Value >> FourLevelPaging.PageShift;

    /// <summary>Whether bits 48 to 63 repeat bit 47; the processor refuses other addresses before it translates.</summary>
    public readonly bool IsCanonical => (long)Value << 16 >> 16 == (long)Value;

    /// <summary>The address that a number names.</summary>
    public static VirtualAddress Of(ulong value) => Unsafe.BitCast<ulong, VirtualAddress>(value);

    /// <summary>The index into the table of a level, 4 (root) to 1.</summary>
    public readonly int Index(int level) => level switch
    {
        4 => RootIndex,
        3 => PointerIndex,
        2 => DirectoryIndex,
        _ => TableIndex,
    };

    /// <inheritdoc/>
    public override readonly string ToString() => $"0x{Value:x}";
}
