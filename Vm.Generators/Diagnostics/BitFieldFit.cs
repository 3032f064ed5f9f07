using System.Numerics;
using Microsoft.CodeAnalysis;
using Vm.Generators.Lowering;
using Vm.Generators.Packing;

namespace Vm.Generators.Diagnostics;

/// <summary>Whether a bit-field fits its word and its type.</summary>
static class BitFieldFit
{
    /// <returns>What is wrong and the way out; null if the field fits.</returns>
    public static (string What, string WayOut)? Misfit(PlacedField field)
    {
        if (field.Word < 0 || field.Shift < 0 || field.Width <= 0)
            return ("has no place", "word and shift are not negative, and the width is positive");

        if (field.Width > field.WordBits && field.Shift != 0)
            return ($"takes more than a word of {field.WordBits} bits", "let it begin at bit 0");

        if (field.Width <= field.WordBits && field.Shift + field.Width > field.WordBits)
            return ($"ends at bit {field.Shift + field.Width - 1} of a word of {field.WordBits} bits", "move it or make it narrower");

        return TypeMisfit(field);
    }

    static (string, string)? TypeMisfit(PlacedField field)
    {
        var type = field.Property.Type;
        var (kind, bits, signed) = PackedReader.Classify(type);
        var name = type.Name;
        if (bits == 0) return ($"is of type {name}", "use bool, an integer, an enum or a handle");
        if (field.Width > bits) return ($"takes {field.Width} bits, and its type {name} has {bits}", $"make it {bits} wide or use a wider type");
        if (signed && kind != BitFieldKind.Enum && field.Width < bits) return ("would lose its sign", $"use an unsigned type or all {bits} bits");

        return kind == BitFieldKind.Enum && MembersBeyond(type, field.Width) is { } member
            ? ($"takes {field.Width} bits, too few for {name}.{member}", "make it wider")
            : null;
    }

    static string? MembersBeyond(ITypeSymbol type, int width) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f =>
            f.HasConstantValue && DeclarationLowering.ToInteger(f.ConstantValue!) >> width != BigInteger.Zero)?.Name;
}
