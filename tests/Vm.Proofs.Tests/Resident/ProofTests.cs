using Vm.Proofs.Conditions;
using Vm.Proofs.Lemmas;
using Vm.Proofs.Solving;
using Vm.Proofs.Tests.Interpretation;
using Vm.Proofs.Tests.Layout;

namespace Vm.Proofs.Tests.Resident;

/// <summary>The shipped component is proved, not vacuously, and limits are reported as what they are.</summary>
public sealed class ProofTests
{
    static readonly Component Component = ResidentComponent.Component;

    public static TheoryData<string> Operations => [.. Component.Program.Operations.Where(o => o.Trusted is null).Select(o => o.Name)];

    [Fact]
    public void Component_EveryObligation_IsProved()
    {
        var total = 0;
        var told = 0;
        var report = Prover.Prove(Component, new ProofOptions(), n => total = n, _ => told++);

        Assert.Empty(report.Results.Where(r => r.Outcome != Outcome.Proved).Select(r => $"{r.Obligation}: {r.Note}"));
        Assert.Equal(total, report.Results.Count);
        Assert.Equal(total, told);
        Assert.Equal(
            Component.Program.Operations.Where(o => o.Trusted is null).Select(o => o.Name).Concat(PackedLayouts.All.Select(type => type.Name))
                .Concat(LemmaProver.Of(Component).Select(lemma => lemma.Obligation.Operation).Distinct()),
            report.Results.Select(r => r.Obligation.Operation).Distinct());
    }

    [Theory]
    [InlineData("Insert")]
    [InlineData("Remove")]
    public void Operation_OwesEveryInvariantAndEnsures(string name)
    {
        var operation = Component.Program.Operations.Single(o => o.Name == name);
        var owed = OperationEncoder.Encode(Component.Program, operation).Conditions.Select(c => c.Obligation).ToList();

        Assert.Equal(
            Component.Program.Invariants.Select(i => i.Name),
            owed.Where(o => o.Kind == ObligationKind.Invariant).Select(o => o.Clause.Split('.')[0]).Distinct());
        Assert.Equal(
            Component.Program.Contract(operation.Contract).Ensures.Select(e => e.Name),
            owed.Where(o => o.Kind == ObligationKind.Ensures).Select(o => o.Clause));
        Assert.All(owed, o => Assert.NotEqual(SourcePlace.None, o.Place));
        Assert.All(owed, o => Assert.NotEqual(SourcePlace.None, o.ClausePlace));
    }

    /// <summary>From a contradiction anything follows; so nothing absurd may follow where an operation returns.</summary>
    [Theory]
    [MemberData(nameof(Operations))]
    public void Exit_Absurdity_DoesNotFollow(string name)
    {
        var operation = Component.Program.Operations.Single(o => o.Name == name);
        var conditions = OperationEncoder.Encode(Component.Program, operation);
        using var solver = new ConditionSolver(conditions, new ProofOptions { Timeout = TimeSpan.FromSeconds(5) });

        Assert.NotEmpty(conditions.Exits);
        foreach (var exit in conditions.Exits)
        {
            var absurd = new Obligation(name, "absurd", "false", "false", exit.Place, exit.Place);
            var (answer, _, _) = solver.Decide(new(absurd, exit.Assumptions, conditions.Terms.False, exit.State.Path));
            Assert.NotEqual(Answer.Holds, answer);
        }
    }

    [Fact]
    public void Prove_WithTinyLimits_IsOutOfResourceAndNeverRefuted()
    {
        var tiny = new ProofOptions { Operation = "Remove", ResourceLimit = 1, Timeout = TimeSpan.FromMilliseconds(1), Counterexamples = false };
        var report = Prover.Prove(Component, tiny);

        Assert.Contains(report.Results, r => r.Outcome == Outcome.OutOfResource);
        Assert.DoesNotContain(report.Results, r => r.Outcome is Outcome.Refuted or Outcome.Error);
        Assert.All(report.Results.Where(r => r.Outcome == Outcome.OutOfResource), r => Assert.False(string.IsNullOrEmpty(r.Note)));
    }

    [Fact]
    public void Prove_OtherSeed_GivesTheSameVerdicts()
    {
        static IEnumerable<Outcome> Verdicts(int seed) =>
            Prover.Prove(Component, new ProofOptions { Operation = "Remove", Seed = seed }).Results.Select(r => r.Outcome);

        Assert.Equal(Verdicts(0), Verdicts(7));
    }

    [Fact]
    public void Prove_UnknownOperation_SaysWhichThereAre()
    {
        var failure = Assert.Throws<ComponentException>(() => Prover.Prove(Component, new ProofOptions { Operation = "Nothing" }));

        Assert.Contains("no operation Nothing", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Insert", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Trust_ListsTrustedBodies()
    {
        var trusted = Prover.Prove(Component, new ProofOptions { Operation = "Release" }).Trusted;

        Assert.All(
            Component.Program.Operations.Where(o => o.Trusted is not null),
            o =>
            {
                var item = trusted.Single(t => t.Name == $"the body of {o.Name}");
                Assert.Equal(o.Trusted, item.Reason);
                Assert.NotEqual(SourcePlace.None, item.Place);
                Assert.True(item.Statements > 0);
            });
    }

    [Fact]
    public void Trust_Users_AreNamed()
    {
        var allocation = Component.Trusted.Single(item => item.Name == "the body of AllocFrom");

        Assert.Contains("AllocPa", allocation.UsedBy);
        Assert.DoesNotContain("Lookup", allocation.UsedBy);
    }
}
