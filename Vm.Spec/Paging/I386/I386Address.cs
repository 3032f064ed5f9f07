using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// A linear address as two-level paging takes it apart (Intel SDM volume 3A, section 4.3, figure 4-2).
/// <code>
///  31         22 21         12 11         0
/// +-------------+-------------+------------+
/// |  directory  |    table    |   offset   |
/// +-------------+-------------+------------+
/// </code>
/// </summary>
[Packed(32)]
public partial struct I386Address
{
    /// <summary>Byte within a 4 KiB page.</summary>
    [Bits(0, 0, 12)]
    public partial ushort Offset { readonly get; set; }

    /// <summary>Index into the page table (level 1).</summary>
    [Bits(0, 12, 10)]
    public partial ushort TableIndex { readonly get; set; }

    /// <summary>Index into the page directory (level 2).</summary>
    [Bits(0, 22, 10)]
    public partial ushort DirectoryIndex { readonly get; set; }
}
