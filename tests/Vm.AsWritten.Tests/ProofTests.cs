using Vm.Proofs;
using Vm.Resident;

namespace Vm.AsWritten.Tests;

/// <summary>
/// The prover refuses operations as written, too: those of one step. Those that call the allocator have entry states that the search
/// does not reach, because a contract leaves open which page it hands out.
/// </summary>
public sealed class ProofTests
{
    static readonly Component AsWritten =
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    [Theory]
    [InlineData("InitAsWritten")]
    [InlineData("WireAsWritten")]
    [InlineData("ActivateAsWritten")]
    public void Refute_OperationAsWritten_GivesAnExecutedCounterexample(string operation)
    {
        var options = new ProofOptions { Operation = operation, Timeout = TimeSpan.FromMinutes(1) };
        var result = Assert.Single(Prover.Refute(AsWritten, options));

        Assert.True(result.Refuted);
        Assert.True(result.Refutation!.Counterexample!.Executed);
    }
}
