using System.Numerics;
using CsCheck;
using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Tests.Conditions;

/// <summary>The proof calculates as the interpreter does, which is compared with the running code elsewhere.</summary>
public sealed class MachineArithmeticTests
{
    static readonly string[] Types = ["u8", "u16", "u32", "u64", "i32", "i64"];

    static readonly ArithmeticOperator[] Operators = Enum.GetValues<ArithmeticOperator>();

    [Fact]
    public void Arithmetic_OfNumbers_IsTheInterpreters() =>
        Gen.Select(Gen.Int[0, Types.Length - 1], Gen.Int[0, Operators.Length - 1], Gen.Long, Gen.Long).Sample((t, o, a, b) =>
        {
            var (type, op) = (Types[t], Operators[o]);
            var (left, right) = (MachineIntegers.Wrap(a, type), MachineIntegers.Wrap(b, op is ArithmeticOperator.Shl or ArithmeticOperator.Shr ? "u8" : type));
            if (op is ArithmeticOperator.Div or ArithmeticOperator.Rem && (right == 0 || (right < 0 && IrTypes.IsSigned(type)))) return;

            var terms = new TermFactory();
            var term = new MachineArithmetic(terms).Apply(op, type, terms.Number((BigInteger)left), terms.Number((BigInteger)right));
            Assert.Equal((BigInteger)MachineIntegers.Apply(op, type, left, right), Folded(term));
        });

    [Fact]
    public void Truncate_ToBitField_KeepsLowBits()
    {
        var terms = new TermFactory();
        Assert.Equal(5, new MachineArithmetic(terms).Truncate(Sort.Ranged(0, 7), terms.Number(29)).Number);
    }

    /// <summary>As in an unrolled loop: each value is made of the one before, twice. Looked at as a tree it would never end.</summary>
    [Fact]
    public void Ranges_OfSharedTerms_AreFoundOnce()
    {
        var terms = new TermFactory();
        var arithmetic = new MachineArithmetic(terms);
        var choice = terms.Const("choice", Sort.Bool);
        var value = terms.Const("small", Sort.Ranged(0, 7));
        for (var i = 0; i < 200; i++) value = terms.Ite(choice, terms.Add(value, terms.Const($"a{i}", Sort.Ranged(0, 1))), value);

        Assert.Same(value, arithmetic.Truncate(Sort.Ranged(0, 207), value));
        Assert.NotSame(value, arithmetic.Truncate(Sort.Ranged(0, 206), value));
    }

    /// <summary>Division of numbers is left to the solver as a term of two numbers.</summary>
    static BigInteger Folded(Term term) => term.Op switch
    {
        Op.Divide => BigInteger.Divide(term.Args[0].Number, term.Args[1].Number),
        Op.Remainder => BigInteger.Remainder(term.Args[0].Number, term.Args[1].Number),
        Op.Number => term.Number,
        _ => throw new InvalidOperationException($"not a number: {term}"),
    };
}
