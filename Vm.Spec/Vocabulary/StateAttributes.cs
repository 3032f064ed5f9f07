namespace Vm.Vocabulary;

/// <summary>
/// Marks the one class that holds a component's whole mutable state: its tables, its scalar counters and its locks.
/// Predicates take it as their first parameter; operations reach it through a field of the component.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StateAttribute : Attribute;

/// <summary>Marks a <see cref="IHandle{TSelf}"/> type: the name of a row in one of the state's tables.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class HandleAttribute : Attribute
{
    /// <summary>Whether the value 0 means "none" and names no row. Without it 0 names the first row.</summary>
    public bool Nullable { get; init; }
}

/// <summary>Marks a struct that is a row of a table and whose fields are plain fields, not packed bits.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class RowAttribute : Attribute;

/// <summary>
/// Marks a partial struct whose partial properties are bit-fields of machine words. The generator writes the words,
/// the accessors, and a <see cref="IDescribed"/> implementation.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class PackedAttribute : Attribute
{
    /// <param name="wordBits">Width of one word in bits: 8, 16, 32 or 64.</param>
    public PackedAttribute(int wordBits = 32) => WordBits = wordBits;

    /// <summary>Width of one word in bits.</summary>
    public int WordBits { get; }
}

/// <summary>
/// Places a partial property of a <see cref="PackedAttribute"/> struct. A field wider than a word starts at
/// bit 0 of the first and goes on in the words behind it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BitsAttribute : Attribute
{
    /// <param name="word">Index of the word.</param>
    /// <param name="shift">Lowest bit of the field in that word.</param>
    /// <param name="width">Width in bits.</param>
    public BitsAttribute(int word, int shift, int width) => (Word, Shift, Width) = (word, shift, width);

    /// <summary>Index of the word.</summary>
    public int Word { get; }

    /// <summary>Lowest bit of the field in that word.</summary>
    public int Shift { get; }

    /// <summary>Width in bits.</summary>
    public int Width { get; }
}
