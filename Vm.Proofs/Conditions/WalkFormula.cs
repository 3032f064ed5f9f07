using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// What a declared list means in a finite scope, as the running component checks it: walking from each head visits exactly
/// the members.
/// </summary>
sealed class WalkFormula(ListView list, TermFactory terms, ExpressionEncoder expressions)
{
    /// <param name="bound">No list has more members.</param>
    public Term Exact(int bound) => list.HasPrev
        ? terms.And(Exact(bound, list.First, list.Next), Exact(bound, list.Last, list.Prev), Mirrored())
        : Exact(bound, list.First, list.Next);

    Term Exact(int bound, Func<Term, Term> end, Func<Term, Term> link)
    {
        var fromB = Walk(bound, end(list.B), link);
        var onlyMembers = fromB.Take(bound).Select(row =>
            terms.Or(expressions.IsNull(row), terms.And(list.Member(row), terms.Eq(list.Key(row), list.B))));
        var fromKey = Walk(bound, end(list.Key(list.P)), link);
        var isVisited = terms.Or(fromKey.Take(bound).Select(row => terms.Eq(row, list.P)));
        return terms.And(
            list.ForAll([list.B], null, terms.And([.. onlyMembers, expressions.IsNull(fromB[bound])])),
            list.ForAll(
                [list.P], null,
                terms.Implies(list.Member(list.P), terms.And(terms.Not(expressions.IsNull(list.Key(list.P))), isVisited))));
    }

    Term Mirrored()
    {
        var (first, next) = (list.First(list.B), list.Next(list.P));
        return terms.And(
            list.ForAll([list.B], null, terms.Or(expressions.IsNull(first), expressions.IsNull(list.Prev(first)))),
            list.ForAll(
                [list.P], null,
                terms.Implies(
                    terms.And(list.Member(list.P), terms.Not(expressions.IsNull(next))), terms.Eq(list.Prev(next), list.P))));
    }

    List<Term> Walk(int bound, Term start, Func<Term, Term> link)
    {
        var rows = new List<Term> { start };
        for (var i = 0; i < bound; i++) rows.Add(terms.Ite(expressions.IsNull(rows[i]), rows[i], link(rows[i])));
        return rows;
    }
}
