namespace Vm.Proofs.Printing;

/// <summary>Whether the exits of operations are reached.</summary>
static class VacuityReports
{
    public static void WriteText(Screen screen, VacuityReport report)
    {
        screen.Line();
        var operations = report.Exits.Max(exit => exit.Operation.Length);
        foreach (var exit in report.Exits)
            screen.Line($"{exit.Place}: {Severity(exit.Verdict)}: {exit.Operation.PadRight(operations)}  {Name(exit.Verdict)}{(exit.Note is null ? "" : $": {exit.Note}")}");

        screen.Line();
        screen.Line(
            $"{Words.Count(report.Exits.Count, "exit")}: "
            + string.Join(", ", Enum.GetValues<ExitVerdict>().Select(verdict => $"{report.Count(verdict)} {Name(verdict)}"))
            + $", with {report.Solver}");
    }

    public static void WriteJson(TextWriter output, VacuityReport report) => Json.Write(output, new
    {
        report.Solver,
        Exits = report.Exits.Select(exit => new { exit.Operation, exit.Place, Verdict = Name(exit.Verdict), exit.Note }),
        Reached = report.Count(ExitVerdict.Reached),
        Consistent = report.Count(ExitVerdict.Consistent),
        Vacuous = report.Count(ExitVerdict.Vacuous),
        Unknown = report.Count(ExitVerdict.Unknown),
    });

    static string Name(ExitVerdict verdict) => verdict.ToString().ToLowerInvariant();

    static string Severity(ExitVerdict verdict) => verdict switch
    {
        ExitVerdict.Vacuous => "error VM1011",
        ExitVerdict.Unknown => "warning VM1003",
        _ => "info",
    };
}
