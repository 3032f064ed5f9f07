using System.Collections.Immutable;

namespace Vm.Generators.Locks;

/// <summary>
/// What is known on a path: formulas, and the terms that they make equal to simpler ones. It is not a solver: what it finds true is
/// true, and it does not find everything.
/// </summary>
sealed class Facts
{
    public static readonly Facts None = new([], ImmutableDictionary<Term, Term>.Empty);

    readonly ImmutableList<Term> formulas;
    readonly ImmutableDictionary<Term, Term> values;

    Facts(ImmutableList<Term> formulas, ImmutableDictionary<Term, Term> values) => (this.formulas, this.values) = (formulas, values);

    /// <summary>What is known on two paths alike.</summary>
    public Facts Common(Facts other) =>
        formulas.Where(other.formulas.Contains).Aggregate(None, (facts, formula) => facts.Assume(formula) ?? facts);

    /// <summary>The term in the simplest form that is known.</summary>
    public Term Simplify(Term term)
    {
        while (true)
        {
            var next = term.Arguments.Count == 0 ? term : term.With([.. term.Arguments.Select(Simplify)]);
            if (values.TryGetValue(next, out var value)) next = value;
            if (next.Equals(term)) return term;
            term = next;
        }
    }

    /// <summary>These facts and another; null if it contradicts them.</summary>
    public Facts? Assume(Term formula)
    {
        var pending = Simplify(formula);
        if (pending.Equals(Terms.True)) return this;

        var result = new Facts(formulas.Add(pending), values);
        return result.Learn(pending) is { } learned ? learned.Settle() : null;
    }

    public bool Implies(Term formula) =>
        Simplify(formula) is var simple && (simple.Equals(Terms.True) || (!simple.Equals(Terms.False) && Assume(Terms.Not(simple)) is null));

    public bool AreEqual(Term left, Term right) => Implies(Terms.Eq(left, right));

    public bool AreDifferent(Term left, Term right) => Implies(Terms.Not(Terms.Eq(left, right)));

    /// <summary>Looks at all formulas again until none says anything new.</summary>
    Facts? Settle()
    {
        var current = this;
        while (true)
        {
            var before = current.values;
            foreach (var formula in current.formulas)
            {
                if (current.Learn(current.Simplify(formula)) is not { } next) return null;
                current = next;
            }

            if (ReferenceEquals(before, current.values)) return current;
        }
    }

    Facts? Learn(Term formula)
    {
        if (formula.Equals(Terms.True)) return this;
        if (formula.Equals(Terms.False)) return null;
        if (formula.IsAnd()) return Learn(formula.Arguments[0])?.LearnSimplified(formula.Arguments[1]);
        if (formula.IsNot()) return Bind(formula.Arguments[0], Terms.False);
        if (!formula.IsEq()) return Bind(formula, Terms.True);

        var (left, right) = (formula.Arguments[0], formula.Arguments[1]);
        return IsSimpler(left, right) ? Bind(right, left) : Bind(left, right);
    }

    Facts? LearnSimplified(Term formula) => Learn(Simplify(formula));

    Facts Bind(Term term, Term value) => new(formulas, values.SetItem(term, value));

    static bool IsSimpler(Term left, Term right) =>
        Terms.IsLiteral(left) || (!Terms.IsLiteral(right) && left.Length <= right.Length);
}
