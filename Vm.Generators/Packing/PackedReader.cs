using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Packing;

/// <summary>Reads a <see cref="PackedModel"/> from an annotated struct.</summary>
static class PackedReader
{
    const int DefaultWordBits = 32;

    public static PackedModel Read(INamedTypeSymbol type)
    {
        var wordBits = WordBits(type);
        var fields = type.GetMembers().OfType<IPropertySymbol>()
            .Where(p => p.Has(VocabularyNames.Bits)).Select(Read).ToEquatableArray();
        return new(TypePlace.Of(type), Units(fields, wordBits), fields);
    }

    public static int WordBits(INamedTypeSymbol type) =>
        type.Attribute(VocabularyNames.Packed)?.Argument<int>(0) is (8 or 16 or 64) and var bits ? bits : DefaultWordBits;

    static BitField Read(IPropertySymbol property)
    {
        var bits = property.Attribute(VocabularyNames.Bits)!;
        var syntax = property.DeclaringSyntaxReferences
            .Select(r => r.GetSyntax()).OfType<PropertyDeclarationSyntax>().FirstOrDefault();
        var (kind, typeBits, signed) = Classify(property.Type);
        return new(
            property.Name, property.Type.Qualified(), kind, typeBits, signed,
            bits.Argument<int>(0), bits.Argument<int>(1), bits.Argument<int>(2),
            syntax?.Modifiers.ToString() ?? "",
            Accessor(syntax, SyntaxKind.GetAccessorDeclaration),
            Accessor(syntax, SyntaxKind.SetAccessorDeclaration) + Accessor(syntax, SyntaxKind.InitAccessorDeclaration));
    }

    public static (BitFieldKind Kind, int Bits, bool Signed) Classify(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying })
            return Classify(underlying) is var (_, bits, signed) ? (BitFieldKind.Enum, bits, signed) : default;
        if (type.IsHandle()) return (BitFieldKind.Handle, 32, false);
        return type.SpecialType switch
        {
            SpecialType.System_Boolean => (BitFieldKind.Bool, 1, false),
            SpecialType.System_Byte => (BitFieldKind.Integer, 8, false),
            SpecialType.System_SByte => (BitFieldKind.Integer, 8, true),
            SpecialType.System_UInt16 => (BitFieldKind.Integer, 16, false),
            SpecialType.System_Int16 => (BitFieldKind.Integer, 16, true),
            SpecialType.System_UInt32 => (BitFieldKind.Integer, 32, false),
            SpecialType.System_Int32 => (BitFieldKind.Integer, 32, true),
            SpecialType.System_UInt64 => (BitFieldKind.Integer, 64, false),
            SpecialType.System_Int64 => (BitFieldKind.Integer, 64, true),
            _ => (BitFieldKind.Integer, 0, false),
        };
    }

    static string Accessor(PropertyDeclarationSyntax? property, SyntaxKind kind) =>
        property?.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(kind)) is { } accessor
            ? string.Join(" ", [.. accessor.Modifiers.Select(m => m.Text), accessor.Keyword.Text])
            : "";

    /// <summary>
    /// A field of several words that stands where a value of its width may stand becomes one unit, so that it is read and
    /// written in one access.
    /// </summary>
    static EquatableArray<StorageUnit> Units(EquatableArray<BitField> fields, int wordBits)
    {
        var words = fields.Count == 0 ? 0 : fields.Max(f => f.Word + f.WordsOf(wordBits));
        var units = new List<StorageUnit>();
        for (var word = 0; word < words;)
        {
            var wide = fields.FirstOrDefault(f => f.Word == word && f.Width > wordBits && word * wordBits % f.Width == 0);
            var bits = wide?.Width is (16 or 32 or 64) and var width ? width : wordBits;
            units.Add(new(word, bits));
            word += bits / wordBits;
        }

        return units.ToEquatableArray();
    }
}
