using System.Numerics;
using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// Wrapping arithmetic over mathematical integers. Sums and differences are exact; what does not fit linear arithmetic is a
/// function of which only the range is known.
/// </summary>
sealed class MachineArithmetic(TermFactory terms)
{
    readonly Dictionary<Term, (BigInteger Least, BigInteger Greatest)?> ranges = [];

    public Term Apply(ArithmeticOperator op, string type, Term left, Term right)
    {
        var sort = (IntSort)Sort.Machine(IrTypes.BitsOf(type), IrTypes.IsSigned(type));
        return op switch
        {
            ArithmeticOperator.Add => WrapOnce(sort, terms.Add(left, right)),
            ArithmeticOperator.Sub => WrapOnce(sort, terms.Subtract(left, right)),
            ArithmeticOperator.Mul when right.Op == Op.Number => WrapFully(sort, terms.Scale(right.Number, left)),
            ArithmeticOperator.Mul when left.Op == Op.Number => WrapFully(sort, terms.Scale(left.Number, right)),
            ArithmeticOperator.Div when IsPositive(right) && sort.Least == 0 => terms.Divide(left, right.Number),
            ArithmeticOperator.Rem when IsPositive(right) && sort.Least == 0 => terms.Remainder(left, right.Number),
            ArithmeticOperator.BAnd when sort.Least == 0 && IsLowMask(right) => LowBits(left, right),
            _ when left.Op == Op.Number && right.Op == Op.Number && Fold(op, sort, left.Number, right.Number) is { } value =>
                terms.Number(value),
            _ => terms.Apply($"{op}.{type}", sort, left, right),
        };
    }

    public Term Negate(string type, Term operand) =>
        WrapOnce((IntSort)Sort.Machine(IrTypes.BitsOf(type), IrTypes.IsSigned(type)), terms.Negate(operand));

    public Term Complement(string type, Term operand) =>
        IrTypes.IsSigned(type)
            ? terms.Subtract(terms.Number(-1), operand)
            : terms.Subtract(terms.Number((BigInteger.One << IrTypes.BitsOf(type)) - 1), operand);

    /// <summary>What holds of a term that stands for an operation, where its operands are small numbers.</summary>
    public IEnumerable<Term> AtSmall(Term term, int smallest)
    {
        if (term is not { Op: Op.Apply, Sort: IntSort { Greatest: not null } sort, Args: [var left, var right] }
            || !Enum.TryParse<ArithmeticOperator>(term.Name.Split('.')[0], out var op)) yield break;

        foreach (var a in Small(left))
        {
            foreach (var b in Small(right))
            {
                if (Fold(op, sort, a, b) is { } value)
                    yield return terms.Implies(terms.And(terms.Eq(left, terms.Number(a)), terms.Eq(right, terms.Number(b))), terms.Eq(term, terms.Number(value)));
            }
        }

        IEnumerable<BigInteger> Small(Term operand) =>
            operand.Op == Op.Number ? [operand.Number] : Enumerable.Range(0, smallest).Select(n => (BigInteger)n);
    }

    /// <summary>The value in a type that may be narrower.</summary>
    public Term Convert(Sort from, Sort to, Term operand)
    {
        if (from is not IntSort source || to is not IntSort target) return operand;
        return source.Least >= target.Least && source.Greatest <= target.Greatest ? operand : WrapFully(target, operand);
    }

    /// <summary>The value that a field of this sort keeps of a value.</summary>
    public Term Truncate(Sort sort, Term value) =>
        sort is IntSort { Greatest: not null } range && !Fits(range, value) ? WrapFully(range, value) : value;

    bool Fits(IntSort range, Term value) =>
        RangeOf(value) is var (least, greatest) && range.Least <= least && greatest <= range.Greatest;

    /// <summary>Between which numbers a value plainly lies, if it does. Looked for once: parts of terms are shared, above all in unrolled loops.</summary>
    (BigInteger Least, BigInteger Greatest)? RangeOf(Term value)
    {
        if (!ranges.TryGetValue(value, out var range)) ranges[value] = range = PlainRangeOf(value);
        return range;
    }

    (BigInteger Least, BigInteger Greatest)? PlainRangeOf(Term value) => value.Op switch
    {
        Op.Number => (value.Number, value.Number),
        Op.Ite when RangeOf(value.Args[1]) is var (a, b) && RangeOf(value.Args[2]) is var (c, d) =>
            (BigInteger.Min(a, c), BigInteger.Max(b, d)),
        Op.Add when RangeOf(value.Args[0]) is var (a, b) && RangeOf(value.Args[1]) is var (c, d) => (a + c, b + d),
        Op.Remainder => (0, value.Args[1].Number - 1),
        Op.Const or Op.Var or Op.Select or Op.Apply when value.Sort is IntSort { Least: { } least, Greatest: { } greatest } => (least, greatest),
        _ => null,
    };

    /// <summary>For values that are at most one range away.</summary>
    Term WrapOnce(IntSort sort, Term value)
    {
        var (least, greatest) = (sort.Least!.Value, sort.Greatest!.Value);
        if (value.Op == Op.Number) return WrapFully(sort, value);
        if (Fits(sort, value)) return value;

        var span = greatest - least + 1;
        return terms.Ite(
            terms.Lt(terms.Number(greatest), value), terms.Subtract(value, terms.Number(span)),
            terms.Ite(terms.Lt(value, terms.Number(least)), terms.Add(value, terms.Number(span)), value));
    }

    Term WrapFully(IntSort sort, Term value)
    {
        var (least, greatest) = (sort.Least!.Value, sort.Greatest!.Value);
        var span = greatest - least + 1;
        if (value.Op == Op.Number)
            return terms.Number(((value.Number - least) % span + span) % span + least);

        var inside = terms.And(terms.Le(terms.Number(least), value), terms.Le(value, terms.Number(greatest)));
        var wrapped = terms.Add(terms.Remainder(terms.Subtract(value, terms.Number(least)), span), terms.Number(least));
        return terms.Ite(inside, value, wrapped);
    }

    /// <summary>What a mask of low bits keeps of a value that is not negative.</summary>
    Term LowBits(Term value, Term mask) =>
        value.Op == Op.Number
            ? terms.Number(value.Number & mask.Number)
            : terms.Ite(terms.Le(value, mask), value, terms.Remainder(value, mask.Number + 1));

    static bool IsLowMask(Term term) => term.Op == Op.Number && (term.Number & (term.Number + 1)).IsZero;

    static bool IsPositive(Term term) => term.Op == Op.Number && term.Number.Sign > 0;

    static BigInteger? Fold(ArithmeticOperator op, IntSort sort, BigInteger left, BigInteger right)
    {
        var bits = (int)(sort.Greatest!.Value - sort.Least!.Value + 1).GetBitLength() - 1;
        var span = BigInteger.One << bits;
        BigInteger? value = op switch
        {
            ArithmeticOperator.BAnd => left & right,
            ArithmeticOperator.BOr => left | right,
            ArithmeticOperator.BXor => left ^ right,
            ArithmeticOperator.Shl => left << (int)(right & (bits - 1)),
            ArithmeticOperator.Shr => left >> (int)(right & (bits - 1)),
            ArithmeticOperator.Div when !right.IsZero => BigInteger.Divide(left, right),
            ArithmeticOperator.Rem when !right.IsZero => BigInteger.Remainder(left, right),
            _ => null,
        };
        return value is { } v ? ((v - sort.Least.Value) % span + span) % span + sort.Least.Value : null;
    }
}
