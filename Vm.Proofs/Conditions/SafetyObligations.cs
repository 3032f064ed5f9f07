using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>What evaluating an expression at a place owes: rows are not reached through null, divisors are not zero.</summary>
sealed class SafetyObligations(TermFactory terms, ExpressionEncoder expressions, Ledger ledger, SourcePlace place) : ISafety
{
    public void Dereference(Term path, Term handle, Element element) =>
        Owe(path, terms.Not(expressions.IsNull(handle)), ObligationKind.NonNull, element.Table,
            $"{Texts.Of(element.Handle)} names a row of {element.Table}");

    public void Divide(Term path, Term divisor) =>
        Owe(path, terms.Not(terms.Eq(divisor, terms.Number(0))), ObligationKind.Divisor, "divisor", "the divisor is not zero");

    // What is known in so many words was owed before, at an earlier place.
    void Owe(Term path, Term goal, string kind, string clause, string sentence)
    {
        var at = new SymbolicState(System.Collections.Immutable.ImmutableSortedDictionary<string, Term>.Empty, path);
        if (!ledger.IsKnown(at, goal)) ledger.ObligeAndAssume(at, goal, kind, clause, sentence, place, place);
    }
}
