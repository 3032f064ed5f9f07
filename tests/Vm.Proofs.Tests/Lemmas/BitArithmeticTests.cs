using CsCheck;
using Microsoft.Z3;
using Vm.Proofs.Lemmas;
using Vm.Proofs.Solving;

namespace Vm.Proofs.Tests.Lemmas;

/// <summary>Terms, and what is said of their bits, are true of the numbers that they stand for.</summary>
public sealed class BitArithmeticTests
{
    const int Steps = 12, Programs = 2_000;

    static readonly string[] Instructions = ["and", "or", "xor", "add", "sub", "mul", "shl", "shr", "shr.un", "div.un", "rem.un"];

    static readonly string[] Comparisons = ["eq", "ne", "lt", "lt.un", "ge", "gt.un"];

    /// <summary>Masks as setters of packed fields use them, small numbers and any number.</summary>
    static readonly Gen<ulong> Numbers = Gen.OneOf(
        Gen.Int[0, 63].Select(bit => 1UL << bit), Gen.Int[0, 63].Select(bit => ~(1UL << bit)), Gen.Int[0, 63].Select(bits => (1UL << bits) - 1),
        Gen.ULong[0, 70], Gen.ULong);

    static readonly Gen<Step> Any = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 100], Numbers, (kind, a, b, choice, number) => new Step(kind, a, b, choice, number));

    [Fact]
    public void Terms_OfRandomPrograms_AreTheNumbers()
    {
        var known = (Possible: 0, Kept: 0);
        Gen.Select(Any.Array[Steps], Gen.ULong.Array[2]).Sample(
            (steps, values) =>
            {
                foreach (var (bits, number, context, symbols) in Run(steps, values))
                {
                    Assert.Equal(number, ValueOf(bits, context, symbols));
                    Assert.Null(Wrong(bits, number, context, symbols));
                    if (bits is { Number: null, Flag: null } && bits.Possible != BitArithmetic.Ones(bits.Width)) Interlocked.Increment(ref known.Possible);
                    if (bits.Source is not null) Interlocked.Increment(ref known.Kept);
                }
            },
            iter: Programs, threads: 1);

        // The programs do reach what is to be tested.
        Assert.True(known is { Possible: > Programs / 2, Kept: > Programs / 2 }, known.ToString());
    }

    [Fact]
    public void WhatIsSaidOfBits_IsCompared()
    {
        using var session = new Z3Session();
        using var terms = new BitTerms(session.Context);
        var arithmetic = new BitArithmetic(terms);
        var (one, other) = (arithmetic.Symbol("one", 32), arithmetic.Symbol("other", 32));
        Symbol[] symbols = [new(one.Term, 6), new(other.Term, 5)];

        Assert.Null(Wrong(one with { Possible = 7 }, 6, session.Context, symbols));
        Assert.Equal("a bit that is 0 for certain is 1", Wrong(one with { Possible = 5 }, 6, session.Context, symbols));
        Assert.Null(Wrong(one with { Source = other, Kept = 4 }, 6, session.Context, symbols));
        Assert.Equal("a bit is not the source's", Wrong(one with { Source = other, Kept = 2 }, 6, session.Context, symbols));
    }

    /// <summary>The numbers of a program, as terms and as they are.</summary>
    static IEnumerable<(Bits Bits, ulong Number, Context Context, Symbol[] Symbols)> Run(Step[] steps, ulong[] values)
    {
        using var session = new Z3Session();
        using var terms = new BitTerms(session.Context);
        var arithmetic = new BitArithmetic(terms);
        var made = new List<(Bits Bits, ulong Number)>
        {
            (arithmetic.Symbol("long", 64), values[0]),
            (arithmetic.Symbol("int", 32), values[1] & uint.MaxValue),
        };
        var symbols = made.Select(pair => new Symbol(pair.Bits.Term, pair.Number)).ToArray();
        foreach (var step in steps)
        {
            var (bits, number) = made[step.A % made.Count];
            var constant = arithmetic.Number(step.Number, bits.Width);
            var (other, others) = step.B % 2 == 0 ? (constant, constant.Number!.Value) : made[step.B % made.Count];
            if (bits.Width != other.Width) (other, others) = (arithmetic.Fit(other, bits.Width, signed: false), others & BitArithmetic.Ones(bits.Width));

            var width = step.Choice % 2 == 0 ? 32U : 64U;
            var comparison = Comparisons[step.Choice % Comparisons.Length];
            (Bits?, ulong) next = step.Kind switch
            {
                0 => (arithmetic.Fit(bits, width, signed: step.B % 3 == 0), Fitted(number, bits.Width, width, signed: step.B % 3 == 0)),
                1 => (arithmetic.Either(arithmetic.Compare("lt.un", bits, constant)!, bits, other), number < constant.Number ? number : others),
                2 => (arithmetic.Flag(arithmetic.Compare(comparison, bits, other)!, bits.Width), Compared(comparison, number, others, bits.Width) ? 1UL : 0),
                _ => Instructed(arithmetic, Instructions[step.Choice % Instructions.Length], bits, number, other, others),
            };
            if (next.Item1 is not { } result) continue;

            made.Add((result, next.Item2));
            yield return (result, next.Item2, session.Context, symbols);
        }
    }

    static (Bits?, ulong) Instructed(BitArithmetic arithmetic, string instruction, Bits left, ulong a, Bits right, ulong b)
    {
        var ones = BitArithmetic.Ones(left.Width);
        if (instruction is "shl" or "shr" or "shr.un" && b >= left.Width) return (null, 0);
        if (instruction is "div.un" or "rem.un" && b == 0) return (null, 0);
        return (arithmetic.Binary(instruction, left, right), ones & instruction switch
        {
            "and" => a & b,
            "or" => a | b,
            "xor" => a ^ b,
            "add" => a + b,
            "sub" => a - b,
            "mul" => a * b,
            "shl" => a << (int)b,
            "shr" => (ulong)(Signed(a, left.Width) >> (int)b),
            "shr.un" => a >> (int)b,
            "div.un" => a / b,
            _ => a % b,
        });
    }

    static bool Compared(string comparison, ulong a, ulong b, uint width) => comparison switch
    {
        "eq" => a == b,
        "ne" => a != b,
        "lt" => Signed(a, width) < Signed(b, width),
        "ge" => Signed(a, width) >= Signed(b, width),
        "lt.un" => a < b,
        _ => a > b,
    };

    static ulong Fitted(ulong number, uint from, uint to, bool signed) =>
        (signed ? (ulong)Signed(number, from) : number) & BitArithmetic.Ones(to);

    static long Signed(ulong number, uint width) => width == 64 ? (long)number : (int)number;

    static ulong ValueOf(Bits bits, Context context, Symbol[] symbols) =>
        ((BitVecNum)bits.Term.Substitute(
            [.. symbols.Select(symbol => symbol.Term)],
            [.. symbols.Select(symbol => context.MkBV(symbol.Value, symbol.Term.SortSize))]).Simplify()).UInt64;

    /// <summary>What is said of the bits of a number and is not so; null if all is.</summary>
    static string? Wrong(Bits bits, ulong number, Context context, Symbol[] symbols) =>
        (number & ~bits.Possible) != 0 ? "a bit that is 0 for certain is 1"
        : bits.Source is { } source && ((ValueOf(source, context, symbols) ^ number) & bits.Kept) != 0 ? "a bit is not the source's"
        : null;

    /// <summary>One instruction, with choices that are taken modulo what there is.</summary>
    sealed record Step(int Kind, int A, int B, int Choice, ulong Number);

    sealed record Symbol(BitVecExpr Term, ulong Value);
}
