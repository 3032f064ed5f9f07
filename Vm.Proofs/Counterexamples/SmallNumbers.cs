using System.Numerics;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Counterexamples;

/// <summary>The numbers that a counterexample may start from: the smallest, and those that the program names.</summary>
static class SmallNumbers
{
    /// <summary>The numbers below this are all among them.</summary>
    public const int Smallest = 4;

    public static IReadOnlyList<BigInteger> Of(IrProgram program)
    {
        var bodies = program.Invariants.Select(clause => clause.Body)
            .Concat(program.Contracts.Values.SelectMany(contract => contract.Requires.Concat(contract.Ensures)).Select(clause => clause.Body))
            .Concat(program.Code.Values.SelectMany(code => Statements.All(Statements.BodyOf(code))).SelectMany(Statements.ExpressionsOf));
        var named = bodies.SelectMany(Expressions.All).OfType<IntLiteral>().Select(literal => literal.Value)
            .Where(value => value.Sign > 0).Distinct();
        return
        [
            .. Enumerable.Range(0, Smallest).Select(i => (BigInteger)i)
                .Concat(named.SelectMany(value => new[] { value, 2 * value }))
                .Distinct().Order(),
        ];
    }
}
