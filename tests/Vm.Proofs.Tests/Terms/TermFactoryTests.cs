using Vm.Proofs.Terms;

namespace Vm.Proofs.Tests.Terms;

public sealed class TermFactoryTests
{
    readonly TermFactory terms = new();

    Term A => terms.Const("a", Sort.Bool);

    Term B => terms.Const("b", Sort.Bool);

    Term X => terms.Const("x", Sort.Integer);

    [Fact]
    public void Make_EqualTerms_AreTheSameObject() => Assert.Same(terms.And(A, terms.Not(B)), terms.And(A, terms.Not(B)));

    [Fact]
    public void Make_SameNameOtherSort_IsAnotherTerm() => Assert.NotSame(A, terms.Const("a", Sort.Integer));

    [Fact]
    public void Fresh_Twice_GivesTwoVersionsOfOneFamily()
    {
        var (first, second) = (terms.Fresh("Pages.Next", Sort.Integer), terms.Fresh("Pages.Next", Sort.Integer));

        Assert.NotSame(first, second);
        Assert.Equal(("Pages.Next", "Pages.Next"), (first.Family, second.Family));
    }

    [Fact]
    public void Junctions_Simplify()
    {
        Assert.Equal("false", terms.And(A, B, terms.Not(A)).ToString());
        Assert.Equal("true", terms.Or(A, terms.Not(A)).ToString());
        Assert.Equal("(and a b)", terms.And(terms.And(A, B), terms.True, A).ToString());
        Assert.Equal("true", terms.Implies(A, A).ToString());
    }

    [Fact]
    public void Equations_Simplify()
    {
        Assert.Equal("true", terms.Eq(X, X).ToString());
        Assert.Equal("false", terms.Eq(terms.Number(1), terms.Number(2)).ToString());
        Assert.Equal("(not a)", terms.Eq(A, terms.False).ToString());
        Assert.Equal("x", terms.Ite(A, X, X).ToString());
        Assert.Equal("7", terms.Add(terms.Number(3), terms.Number(4)).ToString());
    }

    [Fact]
    public void Substitute_Variable_ReachesEveryPlaceAndSimplifies()
    {
        var v = terms.Variable("v", Sort.Integer);
        var body = terms.Or(terms.Eq(v, X), terms.Lt(v, terms.Number(3)));

        Assert.Equal("true", TermWalk.Substitute(terms, body, new Dictionary<Term, Term> { [v] = X }).ToString());
        Assert.True(TermWalk.Substitute(terms, body, new Dictionary<Term, Term> { [v] = terms.Number(2) }).IsTrue);
    }
}
