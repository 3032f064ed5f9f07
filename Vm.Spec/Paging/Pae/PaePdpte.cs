using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// An entry of the table of four that CR3 names in PAE paging (Intel SDM volume 3A, section 4.4.1, table 4-8). It gives and takes no
/// rights, and has no accessed flag. The processor refuses reserved bits when CR3 is loaded; here the walk reports them.
/// </summary>
[Packed(64)]
public partial struct PaePdpte
{
    /// <summary>P: the entry is in use.</summary>
    [Bits(0, 0, 1)]
    public partial bool Present { readonly get; set; }

    /// <summary>Must be 0.</summary>
    [Bits(0, 1, 2)]
    public partial byte ReservedLow { readonly get; set; }

    /// <summary>PWT: page-level write-through, part of the memory type.</summary>
    [Bits(0, 3, 1)]
    public partial bool WriteThrough { readonly get; set; }

    /// <summary>PCD: page-level cache disable, part of the memory type.</summary>
    [Bits(0, 4, 1)]
    public partial bool CacheDisable { readonly get; set; }

    /// <summary>Must be 0.</summary>
    [Bits(0, 5, 4)]
    public partial byte ReservedMiddle { readonly get; set; }

    /// <summary>AVL: the system's to use.</summary>
    [Bits(0, 9, 3)]
    public partial byte Available { readonly get; set; }

    /// <summary>Frame of the page directory; bits from MAXPHYADDR on are reserved.</summary>
    [Bits(0, 12, 40)]
    public partial ulong Frame { readonly get; set; }

    /// <summary>Must be 0.</summary>
    [Bits(0, 52, 12)]
    public partial ushort ReservedHigh { readonly get; set; }
}
