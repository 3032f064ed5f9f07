using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Tests.Formats;

/// <summary>Proofs with outcomes that the shipped component does not show.</summary>
static class SampleProof
{
    /// <summary>A result of each outcome, the refuted one with a run.</summary>
    public static ProofReport OfEachOutcome()
    {
        var executed = new Counterexample(true, "IsSorted", "row 1  Value 3\n       Value -> 2", "counterexample: the component stopped");
        var candidate = executed with { Executed = false, Note = "candidate: the component refused the entry state" };
        return Report(
            Result(Outcome.Proved),
            Result(Outcome.Refuted, executed with { Steps = [new(new("Sample/Swap.cs", 9, 9), "Swap", 0, ["Rows[1].Value: 3 -> 2"])] }, executed.Note),
            Result(Outcome.Unknown, candidate, candidate.Note),
            Result(Outcome.OutOfResource, note: "time limit of 20 ms"),
            Result(Outcome.Error, note: "the solver died"));
    }

    public static ProofReport Report(params ObligationResult[] results) => new(
        new SolverInfo("Z3", new Version(4, 8, 12), "/lib/libz3.so.4"), "1", "0123abcd",
        results, [new TrustedItem("Sort", "not proved yet")], TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

    public static ObligationResult Result(Outcome outcome, Counterexample? counterexample = null, string? note = null) => new(
        new Obligation(
            "Swap", ObligationKind.Invariant, "IsSorted", "the rows are sorted",
            new SourcePlace("Sample/Swap.cs", 7, 5), new SourcePlace("Sample/Invariants.cs", 3, 5)),
        outcome, TimeSpan.FromMilliseconds(5), counterexample, note);

    /// <summary>The sample in a format.</summary>
    public static string Text(ProofFormat format, ProofReport? report = null)
    {
        var output = new StringWriter();
        ProofReports.Write(new Screen(output, TextWriter.Null), "vm", report ?? OfEachOutcome(), format, exitCode: 4);
        return output.ToString();
    }
}
