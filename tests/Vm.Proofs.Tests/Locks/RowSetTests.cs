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
        var set = RowSet.Empty;
        var expected = new List<Term>();
        for (var i = 0; i < 200; i++)
        {
            expected.Add(terms.Const($"row{i}", Sort));
            set = RowSet.Choose(terms.Const($"choice{i}", Vm.Proofs.Terms.Sort.Bool), set.With(expected[i], terms.True), set);
        }

        Assert.Equal(expected, set.Rows);
        Assert.False(set.Contains(expected[0], terms).IsTrue);
    }
}
