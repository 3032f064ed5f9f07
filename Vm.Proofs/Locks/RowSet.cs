using Vm.Proofs.Terms;

namespace Vm.Proofs.Locks;

/// <summary>
/// A set of rows at a point of a body: the empty one, changed step by step. That a row is a member is a formula without quantifiers,
/// because only so many rows were ever put in.
/// </summary>
abstract class RowSet
{
    public static RowSet Empty { get; } = new Nothing();

    IReadOnlyList<Term>? rows;

    /// <summary>The rows of which the set knows anything; no other is a member. Put together once: sets share others, above all in unrolled loops.</summary>
    public IReadOnlyList<Term> Rows => rows ??= [.. OwnRows.Distinct()];

    protected abstract IEnumerable<Term> OwnRows { get; }

    /// <summary>The same set, but for one row.</summary>
    public RowSet With(Term row, Term isMember) => new Change(this, row, isMember);

    /// <summary>The first set if the condition is true, otherwise the second.</summary>
    public static RowSet Choose(Term condition, RowSet whenTrue, RowSet whenFalse) =>
        whenTrue == whenFalse ? whenTrue : new Choice(condition, whenTrue, whenFalse);

    public Term Contains(Term row, TermFactory terms) => Contains(row, terms, []);

    /// <summary>That two sets have the same members.</summary>
    public static Term AreEqual(RowSet a, RowSet b, TermFactory terms) =>
        a == b ? terms.True : terms.And(a.Rows.Union(b.Rows).Select(row => terms.Eq(a.Contains(row, terms), b.Contains(row, terms))));

    Term Contains(Term row, TermFactory terms, Dictionary<RowSet, Term> known)
    {
        if (!known.TryGetValue(this, out var answer)) known.Add(this, answer = Ask(row, terms, known));
        return answer;
    }

    protected abstract Term Ask(Term row, TermFactory terms, Dictionary<RowSet, Term> known);

    sealed class Nothing : RowSet
    {
        protected override IEnumerable<Term> OwnRows => [];

        protected override Term Ask(Term row, TermFactory terms, Dictionary<RowSet, Term> known) => terms.False;
    }

    sealed class Change(RowSet before, Term changed, Term isMember) : RowSet
    {
        protected override IEnumerable<Term> OwnRows => before.Rows.Append(changed);

        protected override Term Ask(Term row, TermFactory terms, Dictionary<RowSet, Term> known)
        {
            var isChanged = terms.Eq(row, changed);
            return isChanged.IsTrue ? isMember : terms.Ite(isChanged, isMember, before.Contains(row, terms, known));
        }
    }

    sealed class Choice(Term condition, RowSet whenTrue, RowSet whenFalse) : RowSet
    {
        protected override IEnumerable<Term> OwnRows => whenTrue.Rows.Concat(whenFalse.Rows);

        protected override Term Ask(Term row, TermFactory terms, Dictionary<RowSet, Term> known) =>
            terms.Ite(condition, whenTrue.Contains(row, terms, known), whenFalse.Contains(row, terms, known));
    }
}
