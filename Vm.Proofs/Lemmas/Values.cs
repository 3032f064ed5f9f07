using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Z3;

namespace Vm.Proofs.Lemmas;

/// <summary>What compiled code has on its stack, in a variable or in a field.</summary>
abstract record Value;

/// <summary>A number of so many bits.</summary>
/// <param name="Term">What the solver sees.</param>
/// <param name="Width">The number of bits.</param>
/// <param name="Number">The number, where it is known.</param>
/// <param name="Flag">The condition under which it is 1, where it is a flag and 0 otherwise.</param>
sealed record Bits(BitVecExpr Term, uint Width, ulong? Number = null, BoolExpr? Flag = null) : Value
{
    /// <summary>The bits that may be 1; the others are 0 for certain.</summary>
    public ulong Possible { get; init; } = Number ?? (Flag is null ? BitArithmetic.Ones(Width) : 1);

    /// <summary>Another number of the same width that this one was made from by changing some of its bits.</summary>
    public Bits? Source { get; init; }

    /// <summary>The bits that are those of the source for certain.</summary>
    public ulong Kept { get; init; }

    /// <summary>Whether the terms are the same; the rest follows from them.</summary>
    public bool Equals(Bits? other) => ReferenceEquals(Term, other?.Term);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Term);
}

/// <summary>A value of a struct, or what an object holds.</summary>
sealed record Fields(Type Type, ImmutableSortedDictionary<string, Value> Values) : Value;

/// <summary>The elements of an array.</summary>
/// <param name="Element">Their type.</param>
/// <param name="Length">Their number, 64 bits.</param>
/// <param name="Content">What they hold.</param>
sealed record Elements(Type Element, Bits Length, ArrayTerm Content) : Value;

/// <summary>An object, by its number.</summary>
sealed record Instance(int Id) : Value;

/// <summary>A managed pointer.</summary>
sealed record Pointer(Place Place) : Value;

/// <summary>What no code may look into: null, a text, or different things on different paths.</summary>
sealed record Opaque(string What) : Value;

/// <summary>What a managed pointer points to.</summary>
abstract record Place;

/// <summary>A variable or parameter of a call in progress.</summary>
sealed record Slot(int Call, int Index) : Place;

/// <summary>A field of a struct.</summary>
sealed record FieldOf(Place Whole, string Field) : Place;

/// <summary>A field of an object.</summary>
sealed record FieldIn(int Object, string Field) : Place;

/// <summary>An element of an array.</summary>
sealed record ElementOf(int Array, Bits Index) : Place;

/// <summary>What an array holds.</summary>
abstract record ArrayTerm;

/// <summary>Anything: each number in its elements is a function of the index, under a name.</summary>
sealed record Anything(string Name) : ArrayTerm;

/// <summary>Zeros.</summary>
sealed record Zeros : ArrayTerm;

/// <summary>Another array, but for one element.</summary>
sealed record Stored(ArrayTerm Before, Bits Index, Value Element) : ArrayTerm;

/// <summary>One of two arrays.</summary>
sealed record Either(BoolExpr Condition, ArrayTerm Yes, ArrayTerm No) : ArrayTerm;

/// <summary>What a memory of cells holds, as it was written.</summary>
abstract class Cells;

/// <summary>Anything: a function of the address, under a name.</summary>
sealed class AnyCells(string name) : Cells
{
    public string Name => name;

    /// <summary>Width of the cells, once one was used. Cells of two widths would overlap.</summary>
    public uint? Width { get; set; }
}

/// <summary>Another memory, but for one cell.</summary>
sealed class CellStored(Cells before, Bits address, Bits value) : Cells
{
    public Cells Before => before;

    public Bits Address => address;

    public Bits Value => value;
}

/// <summary>Another memory, but for a block of zeros.</summary>
sealed class BlockCleared(Cells before, Bits block, int shift) : Cells
{
    public Cells Before => before;

    public Bits Block => block;

    public int Shift => shift;
}

/// <summary>One of two memories.</summary>
sealed class EitherCells(BoolExpr condition, Cells yes, Cells no) : Cells
{
    public BoolExpr Condition => condition;

    public Cells Yes => yes;

    public Cells No => no;
}
