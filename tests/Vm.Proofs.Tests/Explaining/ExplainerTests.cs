using Vm.Proofs.Tests.Interpretation;

namespace Vm.Proofs.Tests.Explaining;

public sealed class ExplainerTests
{
    [Fact]
    public void Explain_AnInvariant_NamesTheFactsOfItsProof()
    {
        var explanations = Explainer.Explain(ResidentComponent.Component, "Remove", "ResidentCount", new ProofOptions());

        Assert.NotEmpty(explanations);
        Assert.All(explanations, explanation =>
        {
            Assert.Equal(Outcome.Proved, explanation.Result.Outcome);
            if (explanation.Instances == 0) return;
            Assert.InRange(explanation.Used.Count, 2, explanation.Instances - 1);
            Assert.Contains(explanation.Used, fact => fact.Contains("ResidentPageCount", StringComparison.Ordinal));
        });
        Assert.Contains(explanations, explanation => explanation.Instances > 0);
    }

    [Fact]
    public void Explain_WhatIsNotOwed_SaysWhatIs()
    {
        var failure = Assert.Throws<ComponentException>(
            () => Explainer.Explain(ResidentComponent.Component, "Remove", "Nothing", new ProofOptions()));

        Assert.Contains("ResidentCount", failure.Message, StringComparison.Ordinal);
    }
}
