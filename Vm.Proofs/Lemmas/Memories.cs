using Microsoft.Z3;

namespace Vm.Proofs.Lemmas;

/// <summary>Reads what was written: a read is a choice among the writes before it, so the solver needs no theory of arrays.</summary>
sealed class Memories(BitArithmetic bits, Layouts layouts)
{
    readonly Dictionary<(Cells, Bits), Bits> readCells = [];
    readonly Dictionary<(string, uint, uint), FuncDecl> functions = [];
    readonly List<FirstRead> firstReads = [];

    /// <summary>What was read of what was there at the beginning.</summary>
    public IReadOnlyList<FirstRead> FirstReads => firstReads;

    /// <summary>The number in a cell.</summary>
    public Bits Read(Cells cells, Bits address, uint width)
    {
        if (readCells.TryGetValue((cells, address), out var known)) return known;
        var read = cells switch
        {
            CellStored write => Written(write, address, width),
            BlockCleared clear => Choose(
                bits.Equal(bits.Binary("shr.un", address, bits.Number((ulong)clear.Shift, 64))!, clear.Block),
                () => bits.Number(0, width),
                () => Read(clear.Before, address, width)),
            EitherCells either => Choose(either.Condition, () => Read(either.Yes, address, width), () => Read(either.No, address, width)),
            AnyCells any => Any(any, address, width),
            _ => throw new InvalidOperationException(),
        };
        readCells[(cells, address)] = read;
        return read;
    }

    /// <summary>A bit that a write leaves as it was is that of before, whether it is this cell or not.</summary>
    Bits Written(CellStored write, Bits address, uint width)
    {
        var isThis = bits.Equal(write.Address, address);
        if (bits.IsTrue(isThis)) return write.Value;

        var before = Read(write.Before, address, width);
        var left = bits.Same(write.Value, Read(write.Before, write.Address, width));
        return bits.Changed(bits.Either(isThis, write.Value, before), before, left);
    }

    /// <summary>The element of an array.</summary>
    public Value Read(ArrayTerm array, Type element, Bits index) => array switch
    {
        Zeros => layouts.Zero(element),
        Anything any => layouts.Make(element, any.Name, (name, width) => Apply(name, index, width)),
        Stored write when write.Index.Equals(index) => write.Element,
        Stored write => Join(bits.Equal(write.Index, index), write.Element, Read(write.Before, element, index)),
        Either either => Join(either.Condition, Read(either.Yes, element, index), Read(either.No, element, index)),
        _ => throw new InvalidOperationException(),
    };

    Value Join(BoolExpr condition, Value yes, Value no) =>
        bits.IsTrue(condition) ? yes : bits.IsFalse(condition) ? no : new StateJoin(bits).Join(condition, yes, no);

    Bits Any(AnyCells any, Bits address, uint width)
    {
        any.Width ??= width;
        if (any.Width != width) throw new NotLoweredException("cells of two widths in one memory");
        return Apply(any.Name, address, width);
    }

    Bits Apply(string name, Bits argument, uint width)
    {
        if (!functions.TryGetValue((name, argument.Width, width), out var function))
        {
            function = bits.Context.MkFuncDecl(name, bits.Context.MkBitVecSort(argument.Width), bits.Context.MkBitVecSort(width));
            functions[(name, argument.Width, width)] = function;
        }

        var read = bits.Apply(function, argument, width);
        firstReads.Add(new(name, argument, read));
        return read;
    }

    Bits Choose(BoolExpr condition, Func<Bits> yes, Func<Bits> no) =>
        bits.IsTrue(condition) ? yes() : bits.IsFalse(condition) ? no() : bits.Either(condition, yes(), no());
}

/// <summary>A number that a memory or an array holds at the beginning.</summary>
/// <param name="Name">The memory, or the array with the field.</param>
/// <param name="Argument">The address, or the index.</param>
/// <param name="Value">The number.</param>
sealed record FirstRead(string Name, Bits Argument, Bits Value);
