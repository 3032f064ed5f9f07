using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

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
        Assert.Equal(exitCode, Proof.ExitCodeOf(Report([.. outcomes.Select(outcome => Result(outcome))])));

    [Fact]
    public void ExitCode_NothingToProve_IsAnError() => Assert.Equal(4, Proof.ExitCodeOf(Report()));

    [Fact]
    public Task Text_EachOutcome_IsNamedAndPlaced()
    {
        var executed = new Counterexample(true, "IsSorted", "row 1  Value 3\n       Value -> 2", "counterexample: the component stopped");
        var candidate = executed with { Executed = false, Note = "candidate: the component refused the entry state" };
        var output = new StringWriter();

        ProofText.Write(new Screen(output, TextWriter.Null), "vm", Report(
            Result(Outcome.Proved),
            Result(Outcome.Refuted, executed, executed.Note),
            Result(Outcome.Unknown, candidate, candidate.Note),
            Result(Outcome.OutOfResource, note: "time limit of 20 ms"),
            Result(Outcome.Error, note: "the solver died")));

        return Verifier.Verify(output.ToString());
    }

    static ProofReport Report(params ObligationResult[] results) => new(
        new SolverInfo("Z3", new Version(4, 8, 12), "/lib/libz3.so.4"), "1", "0123abcd",
        results, [new TrustedItem("Sort", "not proved yet")], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

    static ObligationResult Result(Outcome outcome, Counterexample? counterexample = null, string? note = null) => new(
        new Obligation(
            "Swap", ObligationKind.Invariant, "IsSorted", "the rows are sorted",
            new SourcePlace("Sample/Swap.cs", 7, 5), new SourcePlace("Sample/Invariants.cs", 3, 5)),
        outcome, TimeSpan.FromMilliseconds(5), counterexample, note);
}
