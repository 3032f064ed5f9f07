using Vm.Vocabulary;

namespace Vm.Paging;

/// <summary>
/// A linear address in any paging mode; those of 32 bits have an upper half of zeros. How a mode takes it apart is its own matter:
/// <see cref="I386Address"/>, <see cref="PaeAddress"/>, <see cref="FourLevelAddress"/>.
/// </summary>
[Packed(64)]
public partial struct VirtualAddress
{
    /// <summary>The first address above the lower, user half of the canonical addresses of four-level paging.</summary>
    public const ulong UserEnd = 1UL << (FourLevelPaging.AddressBits - 1);

    /// <summary>Byte within a 4 KiB page.</summary>
    [Bits(0, 0, 12)]
    public partial ushort Offset { readonly get; set; }

    /// <summary>Number of the 4 KiB page.</summary>
    [Bits(0, 12, 52)]
    public partial ulong PageNumber { readonly get; set; }

    /// <summary>The address as a number.</summary>
    public readonly ulong Value => ToBits();

    /// <summary>The address that a number names.</summary>
    public static VirtualAddress Of(ulong value) => FromBits(value);

    /// <inheritdoc/>
    public override readonly string ToString() => $"0x{Value:x}";
}
