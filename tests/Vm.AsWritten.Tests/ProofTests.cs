using Vm.Proofs;
using Vm.Resident;

namespace Vm.AsWritten.Tests;

/// <summary>The prover refuses the operations as written, too.</summary>
public sealed class ProofTests
{
    static readonly Component AsWritten =
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    [Fact]
    public void Refute_OperationsAsWritten_GivesAnExecutedCounterexampleForEach()
    {
        var results = Prover.Refute(AsWritten, new ProofOptions());

        Assert.Equal("", string.Join(", ", results.Where(result => !result.Refuted).Select(result => result.Operation)));
        Assert.All(results, result => Assert.True(result.Refutation!.Counterexample!.Executed));
    }
}
