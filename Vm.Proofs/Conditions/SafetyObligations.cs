using Vm.Generators.Ir;
using Vm.Proofs.Locks;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// What evaluating an expression at a place owes: rows are not reached through null, divisors are not zero, and what is read is guarded.
/// </summary>
/// <param name="uses">Gathers that what is read is guarded, for the statement as a whole.</param>
sealed class SafetyObligations(
    TermFactory terms, ExpressionEncoder expressions, Ledger ledger, LockRules locks, List<Term> uses, SourcePlace place) : ISafety
{
    public void Read(SymbolicState state, string table, string field, Term row) => Gather(state, locks.MayUse(table, field, row, write: false, state));

    public void Read(SymbolicState state, string global) => Gather(state, locks.MayUse(global, write: false, state));

    public void Dereference(Term path, Term handle, Element element) =>
        Owe(path, terms.Not(expressions.IsNull(handle)), ObligationKind.NonNull, element.Table,
            $"{Texts.Of(element.Handle)} names a row of {element.Table}");

    public void Divide(Term path, Term divisor) =>
        Owe(path, terms.Not(terms.Eq(divisor, terms.Number(0))), ObligationKind.Divisor, "divisor", "the divisor is not zero");

    void Gather(SymbolicState state, Term? mayUse)
    {
        if (mayUse is not null) uses.Add(terms.Implies(state.Path, mayUse));
    }

    // What is known in so many words was owed before, at an earlier place.
    void Owe(Term path, Term goal, string kind, string clause, string sentence)
    {
        var at = new SymbolicState(System.Collections.Immutable.ImmutableSortedDictionary<string, Term>.Empty, path);
        if (!ledger.IsKnown(at, goal)) ledger.ObligeAndAssume(at, goal, kind, clause, sentence, place, place);
    }
}
