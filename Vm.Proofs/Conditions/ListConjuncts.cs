using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// What a declared list means without reachability. Each member has a rank; ranks fall along a chain and rise along a queue.
/// The end of the list is the extreme member, and from each member the link goes to the member of next rank, so a walk
/// from the end visits exactly the members.
/// </summary>
sealed class ListConjuncts(TermFactory terms, ExpressionEncoder expressions)
{
    public IEnumerable<(string Part, Term Formula)> Encode(ListDeclaration list, SymbolicState state)
    {
        var view = new ListView(list, state, terms, expressions);
        return view.HasPrev ? Queue(view) : Chain(view);
    }

    IEnumerable<(string Part, Term Formula)> Chain(ListView v) =>
    [
        ("head", End(v, v.First)),
        ("top", Extreme(v, v.First, (p, end) => terms.Le(v.Rank(p), v.Rank(end)))),
        ("next", Link(v, v.Next, (p, next) => terms.Lt(v.Rank(next), v.Rank(p)))),
        ("between", Between(v, v.Next, falling: true)),
        .. Ranks(v),
    ];

    IEnumerable<(string Part, Term Formula)> Queue(ListView v) =>
    [
        ("first", End(v, v.First)),
        ("last", End(v, v.Last)),
        ("top", Extreme(v, v.First, (p, end) => terms.Le(v.Rank(end), v.Rank(p)))),
        ("bottom", Extreme(v, v.Last, (p, end) => terms.Le(v.Rank(p), v.Rank(end)))),
        ("next", Link(v, v.Next, (p, next) => terms.And(terms.Lt(v.Rank(p), v.Rank(next)), terms.Eq(v.Prev(next), p)))),
        ("prev", Link(v, v.Prev, (p, prev) => terms.And(terms.Lt(v.Rank(prev), v.Rank(p)), terms.Eq(v.Next(prev), p)))),
        ("between", Between(v, v.Next, falling: false)),
        ("between back", Between(v, v.Prev, falling: true)),
        .. Ranks(v),
    ];

    IEnumerable<(string Part, Term Formula)> Ranks(ListView v)
    {
        var (p, q) = (v.P, v.Q);
        yield return ("distinct ranks", v.ForAll(
            [p, q], [v.RankFamily, v.RankFamily],
            terms.Implies(terms.And(v.Member(p), v.Member(q), terms.Eq(v.Rank(p), v.Rank(q))), terms.Eq(p, q))));
        yield return ("ranks given", v.ForAll(
            [p], [v.RankFamily],
            terms.Implies(v.Member(p), terms.And(terms.Le(terms.Number(0), v.Rank(p)), terms.Lt(v.Rank(p), v.Tick)))));
        if (v.KeyCanBeNull)
        {
            yield return ("key", v.ForAll(
                [p], null, terms.Implies(v.Member(p), terms.Not(expressions.IsNull(v.Key(p))))));
        }
    }

    /// <summary>An end of the list of head b is null or a member of that list.</summary>
    Term End(ListView v, Func<Term, Term> end) => v.ForAll(
        [v.B], [v.FamilyOf(end(v.B))],
        terms.Or(expressions.IsNull(end(v.B)), terms.And(v.Member(end(v.B)), terms.Eq(v.Key(end(v.B)), v.B))));

    /// <summary>No member is beyond the end. Asked only about heads that occur, hence the second variable.</summary>
    Term Extreme(ListView v, Func<Term, Term> end, Func<Term, Term, Term> order) => v.ForAll(
        [v.P, v.B], [null, v.FamilyOf(end(v.B))],
        terms.Implies(
            terms.And(v.Member(v.P), terms.Eq(v.Key(v.P), v.B)),
            terms.And(terms.Not(expressions.IsNull(end(v.B))), order(v.P, end(v.B)))));

    /// <summary>A link from a member is null or leads to a member of the same list.</summary>
    Term Link(ListView v, Func<Term, Term> link, Func<Term, Term, Term> order) => v.ForAll(
        [v.P], [v.FamilyOf(link(v.P))],
        terms.Implies(
            terms.And(v.Member(v.P), terms.Not(expressions.IsNull(link(v.P)))),
            terms.And(v.Member(link(v.P)), terms.Eq(v.Key(link(v.P)), v.Key(v.P)), order(v.P, link(v.P)))));

    /// <summary>A link skips no member.</summary>
    Term Between(ListView v, Func<Term, Term> link, bool falling)
    {
        var (p, q, next) = (v.P, v.Q, link(v.P));
        var (beyond, notBefore) = falling
            ? (terms.Lt(v.Rank(q), v.Rank(p)), terms.Le(v.Rank(q), v.Rank(next)))
            : (terms.Lt(v.Rank(p), v.Rank(q)), terms.Le(v.Rank(next), v.Rank(q)));
        return v.ForAll(
            [p, q], [v.FamilyOf(next), v.RankFamily],
            terms.Implies(
                terms.And(v.Member(p), v.Member(q), terms.Eq(v.Key(p), v.Key(q)), beyond),
                terms.And(terms.Not(expressions.IsNull(next)), notBefore)));
    }
}
