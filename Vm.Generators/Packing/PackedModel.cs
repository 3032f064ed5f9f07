using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Packing;

/// <summary>A struct whose partial properties are bit-fields.</summary>
/// <param name="Place">The struct.</param>
/// <param name="Units">The private fields that hold the bits, in memory order.</param>
/// <param name="Fields">The bit-fields in declaration order.</param>
sealed record PackedModel(TypePlace Place, EquatableArray<StorageUnit> Units, EquatableArray<BitField> Fields)
{
    /// <summary>Bytes of the struct, with the padding that the widest unit causes.</summary>
    public int Size
    {
        get
        {
            var bytes = Units.Sum(u => u.Bits) / 8;
            var alignment = Units.Count == 0 ? 1 : Units.Max(u => u.Bits) / 8;
            return (bytes + alignment - 1) / alignment * alignment;
        }
    }

    /// <summary>Whether some word is in no field.</summary>
    public bool HasGap => Units.Any(u => !Fields.Any(f => f.Word <= u.Word && u.Word < f.Word + f.WordsOf(Units.Min(v => v.Bits))));
}

/// <summary>A word, or several words that one wide field takes.</summary>
/// <param name="Word">Index of the (first) word.</param>
/// <param name="Bits">8, 16, 32 or 64.</param>
sealed record StorageUnit(int Word, int Bits)
{
    public string Name => $"word{Word}";

    public string Type => Bits switch { 8 => "byte", 16 => "ushort", 64 => "ulong", _ => "uint" };
}

enum BitFieldKind { Bool, Integer, Enum, Handle }

/// <summary>A bit-field.</summary>
/// <param name="Type">Its type as generated code writes it.</param>
/// <param name="TypeBits">Width of that type.</param>
/// <param name="Signed">Whether that type has a sign.</param>
/// <param name="Modifiers">The property's modifiers, for example <c>public partial</c>.</param>
/// <param name="Getter">The getter with modifiers, for example <c>readonly get</c>; empty if there is none.</param>
/// <param name="Setter">Likewise <c>set</c> or <c>init</c>.</param>
sealed record BitField(
    string Name, string Type, BitFieldKind Kind, int TypeBits, bool Signed,
    int Word, int Shift, int Width,
    string Modifiers, string Getter, string Setter)
{
    /// <summary>How many words of a width it reaches into.</summary>
    public int WordsOf(int wordBits) => Math.Max(1, (Shift + Width + wordBits - 1) / wordBits);
}
