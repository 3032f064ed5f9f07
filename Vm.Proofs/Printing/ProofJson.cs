namespace Vm.Proofs.Printing;

/// <summary>The proof for a program.</summary>
static class ProofJson
{
    public static void Write(TextWriter output, ProofReport report) => Json.Write(output, new
    {
        report.Solver,
        report.IrVersion,
        report.IrHash,
        Obligations = report.Results.Select(Of),
        Proved = report.Count(Outcome.Proved),
        Refuted = report.Count(Outcome.Refuted),
        Unknown = report.Count(Outcome.Unknown),
        OutOfResource = report.Count(Outcome.OutOfResource),
        Error = report.Count(Outcome.Error),
        BySolver = report.Count(Evidence.Solver),
        FromCache = report.Count(Evidence.Cache),
        Plain = report.Count(Evidence.Plain),
        report.Trusted,
        report.Warnings,
        SolverSeconds = report.SolverTime.TotalSeconds,
        WallSeconds = report.WallTime.TotalSeconds,
    });

    /// <summary>How many obligations ended in each way.</summary>
    public static object Counts(ProofReport report) =>
        Enum.GetValues<Outcome>().ToDictionary(outcome => Words.Of(outcome).Replace(' ', '_'), report.Count);

    /// <summary>An obligation.</summary>
    public static object Of(ObligationResult result) => new
    {
        result.Obligation.Operation,
        result.Obligation.Kind,
        result.Obligation.Clause,
        result.Obligation.Sentence,
        result.Obligation.Place,
        result.Obligation.ClausePlace,
        Outcome = Words.Of(result.Outcome),
        Evidence = result.Evidence.ToString().ToLowerInvariant(),
        Seconds = result.Time.TotalSeconds,
        result.Note,
        result.Counterexample,
    };
}
