using Vm.Proofs;
using Vm.Resident;

namespace Vm.AsWritten.Tests;

/// <summary>
/// The prover refuses operations as written, at the clause that their page in <c>docs/findings</c> names. The others take it long, or it
/// finds no state in time; they are stopped when they run, see <see cref="FindingsTests"/>.
/// </summary>
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
