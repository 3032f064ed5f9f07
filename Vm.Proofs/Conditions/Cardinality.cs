using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Conditions;

/// <summary>
/// The number of rows with a property, for which the proof keeps a ghost number that every write of a field in the
/// property corrects. With a key, one number for each value of the key.
/// </summary>
/// <param name="Number">Tells several cardinalities apart.</param>
/// <param name="Row">The row's variable in the expressions.</param>
/// <param name="Property">Which rows are counted.</param>
/// <param name="Key">Under which key a row is counted, or null.</param>
sealed record Cardinality(int Number, Binder Row, Expr Property, Expr? Key)
{
    /// <summary>
    /// Takes a count expression apart. A conjunct <c>e(row) == x</c>, where <c>x</c> is a variable from outside, makes
    /// <c>e</c> the key.
    /// </summary>
    /// <returns>The cardinality, without number, and the key that the expression asks for.</returns>
    public static (Cardinality Shape, Expr? Key) Shape(Quantified count)
    {
        var conjuncts = Expressions.Conjuncts(count.Body).ToList();
        foreach (var conjunct in conjuncts)
        {
            if (conjunct is not Comparison { Operator: ComparisonOperator.Eq } equation) continue;

            foreach (var (side, other) in new[] { (equation.Left, equation.Right), (equation.Right, equation.Left) })
            {
                if (other is not Variable variable || variable.Name == count.Binder.Name || side is Variable) continue;

                var rest = conjuncts.Where(c => !ReferenceEquals(c, conjunct)).ToList();
                return (new(0, count.Binder, Conjunction(rest), side), other);
            }
        }

        return (new(0, count.Binder, count.Body, null), null);
    }

    /// <summary>Variables from outside that are left when the key is taken apart.</summary>
    public IEnumerable<string> Outsiders
    {
        get
        {
            var parts = Expressions.All(Property).Concat(Key is null ? [] : Expressions.All(Key)).ToList();
            var bound = parts.OfType<Quantified>().Select(q => q.Binder.Name).Append(Row.Name).ToHashSet();
            return parts.OfType<Variable>().Select(variable => variable.Name).Where(name => !bound.Contains(name));
        }
    }

    public bool HasShape(Cardinality other) => (this with { Number = 0 }).Equals(other with { Number = 0 });

    static Expr Conjunction(IReadOnlyList<Expr> parts) => parts.Count == 0
        ? new BoolLiteral(true)
        : parts.Aggregate((left, right) => new Logical(LogicalOperator.And, left, right));
}
