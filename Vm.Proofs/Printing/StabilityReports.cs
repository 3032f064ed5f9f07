namespace Vm.Proofs.Printing;

/// <summary>The proof with several seeds: what hangs on the seed is named.</summary>
static class StabilityReports
{
    public static void WriteText(Screen screen, StabilityReport report)
    {
        foreach (var (obligation, outcomes) in report.Unstable.Select(unstable => (unstable.Obligation, unstable.Outcomes)))
        {
            var each = outcomes
                .Select((outcome, i) => (outcome, Seed: report.FirstSeed + i))
                .GroupBy(pair => pair.outcome, pair => pair.Seed)
                .Select(seeds => $"{Words.Of(seeds.Key)} with {(seeds.Count() == 1 ? "seed" : "seeds")} {string.Join(", ", seeds)}");
            screen.Line($"{obligation.Place}: warning VM1006: {obligation.Operation}: {obligation.Kind} {obligation.Clause}: {string.Join("; ", each)}");
        }

        foreach (var result in report.Reports[0].Results.Where(result => result.Outcome != Outcome.Proved)) FailureText.Write(screen, result);
        screen.Line();
        screen.Line(
            $"{Words.Count(report.Reports.Count, "seed")}: "
            + (report.Unstable.Count == 0 ? "identical verdicts" : $"{Words.Count(report.Unstable.Count, "verdict")} not the same with all")
            + $"; {Words.Tally(report.Reports[0])} with {report.Reports[0].Solver}");
    }

    public static void WriteJson(TextWriter output, StabilityReport report) => Json.Write(output, new
    {
        report.Reports[0].Solver,
        report.FirstSeed,
        Seeds = report.Reports.Select(proof => ProofJson.Counts(proof)),
        Identical = report.Unstable.Count == 0,
        Unstable = report.Unstable.Select(unstable => new { unstable.Obligation, Outcomes = unstable.Outcomes.Select(Words.Of) }),
    });
}
