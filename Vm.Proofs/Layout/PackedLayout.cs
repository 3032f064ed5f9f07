using System.Reflection;
using Vm.Vocabulary;

namespace Vm.Proofs.Layout;

/// <summary>A bit-field of a packed struct, as its attribute places it.</summary>
/// <param name="Property">The property.</param>
/// <param name="Least">Number of its lowest bit, counted from bit 0 of word 0.</param>
/// <param name="Width">Number of its bits.</param>
sealed record PackedField(PropertyInfo Property, uint Least, uint Width);

/// <summary>A packed struct: its fields as the attributes place them, its words as they are compiled.</summary>
sealed class PackedLayout
{
    public PackedLayout(Type type)
    {
        Type = type;
        var wordBits = (uint)type.GetCustomAttribute<PackedAttribute>()!.WordBits;
        Fields =
        [
            .. type.GetProperties().Select(property => (property, Bits: property.GetCustomAttribute<BitsAttribute>()))
                .Where(pair => pair.Bits is not null)
                .Select(pair => new PackedField(pair.property, (uint)pair.Bits!.Word * wordBits + (uint)pair.Bits.Shift, (uint)pair.Bits.Width)),
        ];
        Words =
        [
            .. type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Select(field => (field, Width: WidthOf(field.FieldType), Offset: (uint)System.Runtime.InteropServices.Marshal.OffsetOf(type, field.Name) * 8))
                .OrderBy(word => word.Offset),
        ];
    }

    public Type Type { get; }

    public IReadOnlyList<PackedField> Fields { get; }

    /// <summary>The words, by the number of their lowest bit.</summary>
    public IReadOnlyList<(FieldInfo Field, uint Width, uint Offset)> Words { get; }

    /// <summary>Width of a value in bits: of a number, an enum, a flag, or the number in a handle.</summary>
    public static uint WidthOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => 1,
        TypeCode.Byte => 8,
        TypeCode.UInt16 => 16,
        TypeCode.UInt32 => 32,
        TypeCode.UInt64 => 64,
        _ when type.IsDefined(typeof(HandleAttribute)) => 32,
        _ => throw new ComponentException($"{type.Name} is no type of a bit-field or word that the proof of accessors knows"),
    };
}
