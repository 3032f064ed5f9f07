using Vm.Proofs.Hints;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Tests.Hints;

public sealed class FactNamesTests
{
    [Fact]
    public void Name_DoesNotDependOnWhatWasMadeBefore() => Assert.Equal(Named(Known), Named(terms =>
    {
        terms.Fresh(Normalizer.WitnessPrefix + "p", Sort.Integer);
        terms.Eq(terms.Const("b", Sort.Integer), terms.Const("a", Sort.Integer));
        return Known(terms);
    }));

    [Fact]
    public void Name_OfAnotherFact_IsAnother()
    {
        Func<TermFactory, Term>[] facts =
        [
            Known,
            terms => terms.Not(Known(terms)),
            terms => terms.Lt(terms.Const("a", Sort.Integer), terms.Const("b", Sort.Integer)),
            terms => terms.Lt(terms.Const("b", Sort.Integer), terms.Const("a", Sort.Integer)),
            terms => terms.Lt(terms.Const("b", Sort.Integer), terms.Number(1)),
            terms => terms.Lt(terms.Const("b", Sort.Integer), terms.Number(2)),
            terms => terms.Lt(terms.Const("Pages.Next@1", Sort.Integer), terms.Number(2)),
            terms => terms.Lt(terms.Const("Pages.Next@2", Sort.Integer), terms.Number(2)),
        ];

        Assert.Equal(facts.Length, facts.Select(Named).Distinct().Count());
    }

    static uint Named(Func<TermFactory, Term> fact) => new FactNames().Of(fact(new TermFactory()));

    static Term Known(TermFactory terms) => terms.And(
        terms.Eq(terms.Const("a", Sort.Integer), terms.Const("b", Sort.Integer)),
        terms.Lt(terms.Fresh(Normalizer.WitnessPrefix + "p", Sort.Integer), terms.Const("a", Sort.Integer)));
}
