using Vm.Proofs;
using Vm.Resident;

namespace Vm.AsWritten.Tests;

/// <summary>The prover refuses an operation as written, too. The others are stopped when they run; see <see cref="FindingsTests"/>.</summary>
public sealed class ProofTests
{
    static readonly Component AsWritten =
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    [Fact]
    public void Refute_InitAsWritten_GivesAnExecutedCounterexample()
    {
        var result = Assert.Single(Prover.Refute(AsWritten, new ProofOptions { Operation = "InitAsWritten" }));

        Assert.True(result.Refuted);
        Assert.True(result.Refutation!.Counterexample!.Executed);
    }
}
