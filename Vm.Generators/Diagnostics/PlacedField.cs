using Microsoft.CodeAnalysis;
using Vm.Generators.Common;

namespace Vm.Generators.Diagnostics;

/// <summary>A bit-field and where its attribute puts it.</summary>
sealed class PlacedField
{
    public PlacedField(IPropertySymbol property, int wordBits)
    {
        var bits = property.Attribute(VocabularyNames.Bits)!;
        (Property, WordBits) = (property, wordBits);
        (Word, Shift, Width) = (bits.Argument<int>(0), bits.Argument<int>(1), bits.Argument<int>(2));
    }

    public IPropertySymbol Property { get; }

    public int WordBits { get; }

    public int Word { get; }

    public int Shift { get; }

    public int Width { get; }

    /// <summary>The lowest bit, counted over all words.</summary>
    public int First => Word * WordBits + Shift;

    public string FullName => $"{Property.ContainingType.Name}.{Property.Name}";

    public Location Location => Property.Locations[0];

    /// <summary>The words that a store to the field rewrites.</summary>
    public IEnumerable<int> Words => Enumerable.Range(Word, Math.Max(1, (Shift + Width + WordBits - 1) / WordBits));

    public bool Overlaps(PlacedField other) => First < other.First + other.Width && other.First < First + Width;
}
