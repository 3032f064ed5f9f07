extern alias mutants;

using Vm.Resident;

namespace Vm.Proofs.Tests.Resident;

/// <summary>Bodies broken in one line are refuted, each by a state from which the compiled component was seen to fail.</summary>
public sealed class MutantTests
{
    static readonly Component Mutants =
        Component.Load(typeof(ResidentState).Assembly, typeof(mutants::Vm.Resident.ResidentModule<>).Assembly);

    [Fact]
    public void Mutants_All_AreRefutedByExecution()
    {
        var told = new List<MutantResult>();
        var results = Prover.Refute(Mutants, new ProofOptions(), onResult: told.Add);

        Assert.Equal(
            Mutants.Program.Operations.Where(o => o.Mutant is not null).Select(o => o.Mutant),
            results.Select(r => r.Defect));
        Assert.True(results.Count >= 4);
        Assert.Equal(results.Count, told.Count);
        Assert.All(results, result =>
        {
            Assert.True(result.Refuted, result.Operation);
            var counterexample = result.Refutation!.Counterexample!;
            Assert.True(counterexample.Executed);
            Assert.StartsWith($"{result.Operation}(", counterexample.Table, StringComparison.Ordinal);
            Assert.Contains("stopped", counterexample.Note, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Prove_OfMutants_LeavesThemOut()
    {
        var failure = Assert.Throws<ComponentException>(
            () => Prover.Prove(Mutants, new ProofOptions { Operation = "RemoveKeepingTabled" }));

        Assert.Contains("no operation RemoveKeepingTabled", failure.Message, StringComparison.Ordinal);
    }
}
