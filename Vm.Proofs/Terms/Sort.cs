using System.Numerics;

namespace Vm.Proofs.Terms;

/// <summary>The sort of a term. Integers are mathematical; a machine type gives the range that its values keep to.</summary>
abstract record Sort
{
    public static Sort Bool { get; } = new BoolSort();

    /// <summary>Integers without a range: ranks and cardinalities.</summary>
    public static Sort Integer { get; } = new IntSort(null, null);

    public static Sort Ranged(BigInteger least, BigInteger greatest) => new IntSort(least, greatest);

    /// <summary>A machine integer of this width in two's complement.</summary>
    public static Sort Machine(int bits, bool signed) => signed
        ? new IntSort(-(BigInteger.One << (bits - 1)), (BigInteger.One << (bits - 1)) - 1)
        : new IntSort(BigInteger.Zero, (BigInteger.One << bits) - 1);
}

sealed record BoolSort : Sort;

sealed record IntSort(BigInteger? Least, BigInteger? Greatest) : Sort;

/// <summary>Names of rows of one table, with a null element where the handle has one.</summary>
sealed record HandleSort(string Name, bool HasNull) : Sort;

/// <summary>One field of all rows of a table.</summary>
sealed record ArraySort(Sort Index, Sort Element) : Sort;
