using Vm.Cli.Tests.Formats;
using Vm.Proofs;
using Vm.Proofs.Commands;

namespace Vm.Cli.Tests;

/// <summary>What the shipped component does not show: reports and exit codes of proofs that fail.</summary>
public class ProofReportTests
{
    [Theory]
    [InlineData(0, Outcome.Proved, Outcome.Proved)]
    [InlineData(1, Outcome.Proved, Outcome.Refuted)]
    [InlineData(1, Outcome.Unknown, Outcome.Refuted)]
    [InlineData(3, Outcome.Proved, Outcome.Unknown)]
    [InlineData(3, Outcome.Proved, Outcome.OutOfResource)]
    [InlineData(4, Outcome.Refuted, Outcome.Error)]
    public void ExitCode_WorstOutcome_Decides(int exitCode, params Outcome[] outcomes) =>
        Assert.Equal(exitCode, Proof.ExitCodeOf(SampleProof.Report([.. outcomes.Select(outcome => SampleProof.Result(outcome))])));

    [Fact]
    public void ExitCode_NothingToProve_IsAnError() => Assert.Equal(4, Proof.ExitCodeOf(SampleProof.Report()));

    [Fact]
    public Task Text_EachOutcome_IsNamedAndPlaced() =>
        Verifier.Verify(SampleProof.Text(ProofFormat.Text));
}
