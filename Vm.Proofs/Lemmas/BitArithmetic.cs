using System.Numerics;
using Microsoft.Z3;

namespace Vm.Proofs.Lemmas;

/// <summary>Makes terms of bit-vectors. What is known is calculated, so that code runs where it can and is reasoned about where it must.</summary>
sealed class BitArithmetic(BitTerms terms)
{
    public Context Context => terms.Context;

    public BoolExpr True { get; } = terms.MkTrue();

    public BoolExpr False { get; } = terms.MkFalse();

    // Terms that are the same are one object, and the binding's operator would ask the solver.
    public bool IsTrue(BoolExpr condition) => ReferenceEquals(condition, True);

    public bool IsFalse(BoolExpr condition) => ReferenceEquals(condition, False);

    public Bits Number(ulong number, uint width)
    {
        number &= Ones(width);
        return new(terms.MkBV(number, width), width, number);
    }

    /// <summary>A function's value, of which nothing more is known.</summary>
    public Bits Apply(FuncDecl function, Bits argument, uint width) => new(terms.MkApp(function, argument.Term), width);

    public Bits Symbol(string name, uint width) => new(terms.MkBVConst(name, width), width);

    public Bits Flag(BoolExpr condition, uint width = 32)
    {
        if (IsTrue(condition)) return Number(1, width);
        if (IsFalse(condition)) return Number(0, width);
        return new(terms.MkITE(condition, terms.MkBV(1, width), terms.MkBV(0, width)), width, null, condition);
    }

    public BoolExpr Not(BoolExpr condition) =>
        IsTrue(condition) ? False : IsFalse(condition) ? True : terms.MkNot(condition);

    public BoolExpr And(BoolExpr one, BoolExpr other) =>
        IsFalse(one) || IsFalse(other) ? False : IsTrue(one) ? other : IsTrue(other) ? one : terms.MkAnd(one, other);

    public BoolExpr Or(BoolExpr one, BoolExpr other) =>
        IsTrue(one) || IsTrue(other) ? True : IsFalse(one) ? other : IsFalse(other) ? one : terms.MkOr(one, other);

    public BoolExpr IsNonZero(Bits bits) =>
        bits.Number is { } number ? Truth(number != 0)
        : bits.Flag ?? terms.MkNot(terms.MkEq(bits.Term, terms.MkBV(0, bits.Width)));

    public Bits Either(BoolExpr condition, Bits yes, Bits no)
    {
        if (IsTrue(condition) || ReferenceEquals(yes.Term, no.Term)) return yes;
        if (IsFalse(condition)) return no;
        if (FlagOf(yes) is { } one && FlagOf(no) is { } other)
            return Flag(Or(And(condition, one), And(Not(condition), other)), yes.Width);
        var made = new Bits(terms.MkITE(condition, yes.Term, no.Term), yes.Width) { Possible = yes.Possible | no.Possible };
        return yes.Source is null && no.Source is null
            ? made
            : Changed(made, Either(condition, yes.Source ?? yes, no.Source ?? no), KeptOf(yes) & KeptOf(no));
    }

    /// <summary>The bits of two numbers that are the same for certain.</summary>
    public ulong Same(Bits one, Bits other)
    {
        var (mine, others) = (one.Source ?? one, other.Source ?? other);
        var neither = Ones(one.Width) & ~(one.Possible | other.Possible);
        return ReferenceEquals(mine.Term, others.Term) ? neither | (KeptOf(one) & KeptOf(other)) : neither;
    }

    static ulong KeptOf(Bits bits) => bits.Source is null ? Ones(bits.Width) : bits.Kept;

    /// <summary>What is known of a number that has some bits of another.</summary>
    public Bits Changed(Bits made, Bits from, ulong kept) =>
        made.Number is null && (kept &= KeptOf(from)) != 0 ? made with { Source = from.Source ?? from, Kept = kept } : made;

    /// <summary>The number to look at when only some bits are looked at: changes of others are nothing then.</summary>
    static Bits Seen(Bits bits, ulong looked) => bits.Source is { } source && (looked & ~bits.Kept) == 0 ? source : bits;

    BoolExpr? FlagOf(Bits bits) => bits.Flag ?? (bits.Number is 0 or 1 ? Truth(bits.Number == 1) : null);

    /// <summary>The same number in more bits, or its lowest bits.</summary>
    public Bits Fit(Bits bits, uint width, bool signed)
    {
        if (bits.Width == width) return bits;
        if (bits.Number is { } number) return Number(signed && bits.Width < width ? (ulong)Signed(number, bits.Width) : number, width);
        if (bits.Flag is { } flag && (!signed || bits.Width > 1)) return Flag(flag, width);
        if (bits.Width > width)
        {
            bits = Seen(bits, Ones(width));
            return Of(terms.MkExtract(width - 1, 0, bits.Term), width, bits.Possible & Ones(width));
        }

        return signed && bits.Possible >> (int)(bits.Width - 1) != 0
            ? new(terms.MkSignExt(width - bits.Width, bits.Term), width)
            : Of(terms.MkZeroExt(width - bits.Width, bits.Term), width, bits.Possible);
    }

    /// <summary>A number of which it is known which of its bits may be 1.</summary>
    Bits Of(BitVecExpr term, uint width, ulong possible) => possible == 0 ? Number(0, width) : new(term, width) { Possible = possible };

    public Bits Negate(Bits bits) => bits.Number is { } number ? Number(0 - number, bits.Width) : new(terms.MkBVNeg(bits.Term), bits.Width);

    public Bits Complement(Bits bits) => bits.Number is { } number ? Number(~number, bits.Width) : new(terms.MkBVNot(bits.Term), bits.Width);

    /// <summary>The result of an instruction on two numbers of a width; null for an instruction that is not known.</summary>
    public Bits? Binary(string instruction, Bits left, Bits right)
    {
        if (Shift(instruction, left, right) is { } shifted) return shifted;
        (left, right) = Alike(left, right);

        var width = left.Width;
        if (instruction == "and" && right.Number is { } mask) left = Seen(left, mask);
        if (left.Number is { } a && right.Number is { } b && Calculate(instruction, a, b, width) is { } known) return Number(known, width);

        // A flag that is masked or combined stays one.
        if (instruction is "and" or "or" or "xor" && FlagOf(left) is { } one && FlagOf(right) is { } other)
        {
            return instruction switch
            {
                "and" => Flag(And(one, other), width),
                "or" => Flag(Or(one, other), width),
                _ => Flag(terms.MkXor(one, other), width),
            };
        }

        return instruction switch
        {
            "add" or "sub" or "or" when right.Number == 0 => left,
            "add" or "or" when left.Number == 0 => right,
            "and" when (left.Possible & ~right.Number) == 0 => left,
            "mul" when right.Number is { } power && BitOperations.IsPow2(power) => Shift("shl", left, Number((ulong)BitOperations.Log2(power), width)),

            // Without a carry a sum is the easier term.
            "add" when (left.Possible & right.Possible) == 0 => Binary("or", left, right),
            "add" => new(terms.MkBVAdd(left.Term, right.Term), width),
            "sub" => new(terms.MkBVSub(left.Term, right.Term), width),
            "mul" => new(terms.MkBVMul(left.Term, right.Term), width),
            "and" => Changed(Of(terms.MkBVAND(left.Term, right.Term), width, left.Possible & right.Possible), left, right.Number ?? 0),
            "or" => Changed(Of(terms.MkBVOR(left.Term, right.Term), width, left.Possible | right.Possible), left, ~right.Possible),
            "xor" => Of(terms.MkBVXOR(left.Term, right.Term), width, (left.Possible | right.Possible) & ~Same(left, right)),
            "div.un" when right.Number > 0 => new(terms.MkBVUDiv(left.Term, right.Term), width),
            "rem.un" when right.Number > 0 => new(terms.MkBVURem(left.Term, right.Term), width),
            _ => null,
        };
    }

    Bits? Shift(string instruction, Bits left, Bits right)
    {
        if (instruction is not ("shl" or "shr" or "shr.un")) return null;
        var amount = Fit(right, left.Width, signed: false);
        if (left.Number is { } a && amount.Number is { } by && by < left.Width)
        {
            return instruction switch
            {
                "shl" => Number(a << (int)by, left.Width),
                "shr.un" => Number(a >> (int)by, left.Width),
                _ => Number((ulong)(Signed(a, left.Width) >> (int)by), left.Width),
            };
        }

        if (amount.Number == 0) return left;
        if (amount.Number is { } places && places < left.Width)
            left = Seen(left, instruction == "shl" ? Ones(left.Width) >> (int)places : Ones(left.Width) << (int)places & Ones(left.Width));
        var isUnsigned = left.Possible >> (int)(left.Width - 1) == 0;
        return (instruction, amount.Number) switch
        {
            ("shl", { } known) when known < left.Width => Of(terms.MkBVSHL(left.Term, amount.Term), left.Width, left.Possible << (int)known & Ones(left.Width)),
            ("shl", _) => new(terms.MkBVSHL(left.Term, amount.Term), left.Width),
            (_, { } known) when known < left.Width && (instruction == "shr.un" || isUnsigned) =>
                Of(terms.MkBVLSHR(left.Term, amount.Term), left.Width, left.Possible >> (int)known),
            ("shr.un", _) => new(terms.MkBVLSHR(left.Term, amount.Term), left.Width),
            _ => new(terms.MkBVASHR(left.Term, amount.Term), left.Width),
        };
    }

    /// <summary>The outcome of a comparison of two numbers of a width; null for one that is not known.</summary>
    public BoolExpr? Compare(string comparison, Bits left, Bits right)
    {
        (left, right) = Alike(left, right);
        if (left.Number is { } a && right.Number is { } b) return Known(comparison, a, b, left.Width) is { } known ? Truth(known) : null;

        // A flag compared with a constant is the flag or its opposite.
        if (comparison is "eq" or "ne" && left.Flag is { } flag && right.Number is { } tested)
        {
            var isTested = tested switch { 0 => Not(flag), 1 => flag, _ => False };
            return comparison == "eq" ? isTested : Not(isTested);
        }

        if (comparison == "gt.un" && right.Number == 0) return IsNonZero(left);
        return comparison switch
        {
            "eq" => Equal(left, right),
            "ne" => Not(Equal(left, right)),
            "gt" => terms.MkBVSGT(left.Term, right.Term),
            "gt.un" => terms.MkBVUGT(left.Term, right.Term),
            "lt" => terms.MkBVSLT(left.Term, right.Term),
            "lt.un" => terms.MkBVULT(left.Term, right.Term),
            "ge" => terms.MkBVSGE(left.Term, right.Term),
            "ge.un" => terms.MkBVUGE(left.Term, right.Term),
            "le" => terms.MkBVSLE(left.Term, right.Term),
            "le.un" => terms.MkBVULE(left.Term, right.Term),
            _ => null,
        };
    }

    /// <summary>A native number, such as a length, may meet an int32; no other widths meet on the stack.</summary>
    (Bits Left, Bits Right) Alike(Bits left, Bits right)
    {
        if (left.Width == right.Width) return (left, right);
        if (left.Width < 32 || right.Width < 32) throw new NotLoweredException("a number on the stack has fewer bits than an int32");
        return (Fit(left, 64, signed: true), Fit(right, 64, signed: true));
    }

    public BoolExpr Equal(Bits left, Bits right) =>
        left.Number is { } a && right.Number is { } b ? Truth(a == b)
        : ReferenceEquals(left.Term, right.Term) ? True
        : (left.Number & ~right.Possible) > 0 || (right.Number & ~left.Possible) > 0 ? False
        : terms.MkEq(left.Term, right.Term);

    public BoolExpr Truth(bool value) => value ? True : False;

    static ulong? Calculate(string instruction, ulong a, ulong b, uint width) => instruction switch
    {
        "add" => a + b,
        "sub" => a - b,
        "mul" => a * b,
        "and" => a & b,
        "or" => a | b,
        "xor" => a ^ b,
        "div.un" when b != 0 => a / b,
        "rem.un" when b != 0 => a % b,
        "div" when Signed(b, width) is not (0 or -1) => (ulong)(Signed(a, width) / Signed(b, width)),
        "rem" when Signed(b, width) is not (0 or -1) => (ulong)(Signed(a, width) % Signed(b, width)),
        _ => null,
    };

    static bool? Known(string comparison, ulong a, ulong b, uint width) => comparison switch
    {
        "eq" => a == b,
        "ne" => a != b,
        "gt.un" => a > b,
        "lt.un" => a < b,
        "ge.un" => a >= b,
        "le.un" => a <= b,
        "gt" => Signed(a, width) > Signed(b, width),
        "lt" => Signed(a, width) < Signed(b, width),
        "ge" => Signed(a, width) >= Signed(b, width),
        "le" => Signed(a, width) <= Signed(b, width),
        _ => null,
    };

    static long Signed(ulong number, uint width) => (long)(number << (int)(64 - width)) >> (int)(64 - width);

    /// <summary>All bits of a width.</summary>
    public static ulong Ones(uint width) => width == 64 ? ulong.MaxValue : (1UL << (int)width) - 1;
}
