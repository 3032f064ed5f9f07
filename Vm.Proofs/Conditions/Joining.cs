using System.Collections.Immutable;
using Vm.Proofs.Locks;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>Joins the states of paths that meet.</summary>
sealed class Joining(TermFactory terms, Ledger ledger)
{
    /// <summary>Joins the two arms of a condition; an arm that did not come through is null.</summary>
    /// <param name="before">The state before the condition.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="whenTrue">The state after the first arm.</param>
    /// <param name="whenFalse">The state after the second.</param>
    public SymbolicState? Arms(SymbolicState before, Term condition, SymbolicState? whenTrue, SymbolicState? whenFalse)
    {
        if (whenTrue is null || whenFalse is null) return whenTrue ?? whenFalse;

        var bothCameThrough = whenTrue.Path == terms.And(before.Path, condition)
            && whenFalse.Path == terms.And(before.Path, terms.Not(condition));
        return bothCameThrough
            ? Merge(condition, whenTrue, whenFalse, before.Path)
            : Either(whenTrue, whenFalse);
    }

    /// <summary>Joins states of paths that exclude each other.</summary>
    public SymbolicState? All(IReadOnlyList<SymbolicState> states) =>
        states.Count == 0 ? null : states.Aggregate(Either);

    SymbolicState Either(SymbolicState a, SymbolicState b) => Merge(a.Path, a, b, terms.Or(a.Path, b.Path));

    SymbolicState Merge(Term condition, SymbolicState a, SymbolicState b, Term path)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Term>(StringComparer.Ordinal);
        foreach (var (name, value) in a.Values)
        {
            // A local that one path does not know is out of scope after the join.
            if (b.Values.TryGetValue(name, out var other)) values.Add(name, Choose(name, condition, value, other));
        }

        return new(values.ToImmutable(), path) { Locks = LockSets.Choose(condition, a.Locks, b.Locks) };
    }

    Term Choose(string name, Term condition, Term a, Term b)
    {
        if (a == b) return a;

        var chosen = terms.Ite(condition, a, b);
        if (a.Sort is not ArraySort) return chosen;

        // Arrays keep a name, so that reads of them are found.
        var named = terms.Fresh(name, a.Sort);
        ledger.Assume(terms.Eq(named, chosen));
        return named;
    }
}
