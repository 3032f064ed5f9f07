using Vm.Proofs;
using Vm.Resident;

namespace Vm.AsWritten.Tests;

/// <summary>The solver finds small states by itself, at the clause that the operation's page in <c>docs/findings</c> names; the others take it long.</summary>
public sealed class ProofTests
{
    static readonly Component AsWritten =
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    [Theory]
    [InlineData("InitAsWritten", "IsTemplate")]
    [InlineData("WireAsWritten", "WireCount")]
    [InlineData("ActivateAsWritten", "QueueExclusive")]
    [InlineData("RenameAsWritten", "AbsentIsCounted")]
    public void Refute_AsWritten_GivesAnExecutedCounterexample(string operation, string clause)
    {
        var result = Assert.Single(Prover.Refute(AsWritten, new ProofOptions { Operation = operation }));

        Assert.True(result.Refuted);
        Assert.True(result.Refutation!.Counterexample!.Executed);
        Assert.Equal(clause, result.Refutation.Counterexample.ViolatedClause);
    }
}
