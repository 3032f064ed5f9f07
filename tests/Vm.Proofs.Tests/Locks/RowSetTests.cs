using Vm.Proofs.Locks;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Tests.Locks;

/// <summary>Sets of rows, as bodies change them.</summary>
public sealed class RowSetTests
{
    static readonly HandleSort Sort = new("Row", HasNull: true);

    readonly TermFactory terms = new();

    [Fact]
    public void Contains_AfterAChange_IsWhatWasPutThere()
    {
        var (one, other) = (terms.Const("one", Sort), terms.Const("other", Sort));
        var set = RowSet.Empty.With(one, terms.True);

        Assert.True(set.Contains(one, terms).IsTrue);
        Assert.Same(terms.Eq(other, one), set.Contains(other, terms));
        Assert.True(set.With(one, terms.False).Contains(one, terms).IsFalse);
        Assert.True(RowSet.Empty.Contains(one, terms).IsFalse);
    }

    /// <summary>As in an unrolled loop: each set is made of the one before, twice. Looked at as a tree it would never end.</summary>
    [Fact]
    public void Rows_OfSharedSets_AreEachNamedOnce()
    {
        var (before, set) = (RowSet.Empty, RowSet.Empty);
        var rows = Enumerable.Range(0, 200).Select(i => terms.Const($"row{i}", Sort)).ToList();
        foreach (var row in rows) (before, set) = (set, RowSet.Choose(Choice(row), set.With(row, terms.True), set));

        Assert.Equal(rows, set.Rows);
        Assert.Same(terms.Or(Choice(rows[^1]), before.Contains(rows[^1], terms)), set.Contains(rows[^1], terms));

        Term Choice(Term row) => terms.Const($"choice of {row.Name}", Vm.Proofs.Terms.Sort.Bool);
    }
}
