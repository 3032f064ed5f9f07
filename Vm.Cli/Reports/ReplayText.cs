using Vm.Proofs.Printing;
using Vm.Transcripts;

namespace Vm.Cli.Reports;

/// <summary>A replay for a reader.</summary>
static class ReplayText
{
    public static void Write(Screen screen, ReplayReport report)
    {
        foreach (var difference in report.Differences)
        {
            screen.Line();
            screen.Line($"{difference.File}({difference.Line}): error: {difference.Operation} is not as recorded");
            foreach (var line in difference.Expected) screen.Styled($"  [green]- {line}[/]");
            foreach (var line in difference.Actual) screen.Styled($"  [red]+ {line}[/]");
        }

        if (report.Differences.Count > 0)
        {
            screen.Line();
            screen.Line("  - as recorded, + as it is here; a transcript is left at its first difference");
        }

        screen.Line();
        foreach (var stop in report.Stops)
            screen.Line($"  {stop.Operation}: {stop.Recorded}; here {stop.Detected}");
        if (report.Stops.Count > 0) screen.Line();

        screen.Line(
            $"{Words.Count(report.Operations, "operation")} compared, {Words.Of(report.Agree)} of {Words.Of(report.Files)} files agree, "
            + $"{Words.Count(report.Stops.Count, "misuse")} detected as recorded");
    }
}
