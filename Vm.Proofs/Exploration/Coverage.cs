using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.Exploration;

/// <summary>Which statements ran, and which parts of conditions were true or false: never, once, or more often.</summary>
sealed class Coverage : IWatcher
{
    const int More = 2;

    readonly Dictionary<object, int> numbers = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<int, int> seen = [];

    /// <summary>The same for runs of the same statements.</summary>
    public long Way => seen.Sum(pair => Mixed.Of(pair.Key * (More + 1) + pair.Value));

    public void Clear() => seen.Clear();

    public void Step(Stmt statement) => See(statement, false);

    public void Finds(Expr part, bool holds) => See(part, holds);

    void See(object what, bool holds)
    {
        numbers.TryAdd(what, numbers.Count);
        var number = 2 * numbers[what] + (holds ? 1 : 0);
        seen[number] = Math.Min(seen.GetValueOrDefault(number) + 1, More);
    }
}
