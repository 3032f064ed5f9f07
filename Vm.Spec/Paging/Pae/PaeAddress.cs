using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// A linear address as PAE paging takes it apart (Intel SDM volume 3A, section 4.4.2, figure 4-5).
/// <code>
///  31     30 29         21 20         12 11         0
/// +---------+-------------+-------------+------------+
/// | pointer |  directory  |    table    |   offset   |
/// +---------+-------------+-------------+------------+
/// </code>
/// </summary>
[Packed(32)]
public partial struct PaeAddress
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

    /// <summary>Index into the table of four page-directory pointers (level 3).</summary>
    [Bits(0, 30, 2)]
    public partial byte PointerIndex { readonly get; set; }
}
