using Vm.Mmu.Cases;
using Vm.Proofs.Printing;

namespace Vm.Cli.Reports;

/// <summary>Case files for a reader.</summary>
static class CaseText
{
    public static void Write(Screen screen, CaseReport report)
    {
        foreach (var row in report.Differences.GroupBy(difference => (difference.File, difference.Line, difference.Id)))
        {
            screen.Line();
            screen.Line($"{row.Key.File}({row.Key.Line}): error: case {row.Key.Id} disagrees");
            foreach (var difference in row) screen.Line($"  {difference.Field}: expected {difference.Expected}, got {difference.Got}");
        }

        if (report.Disagree > CaseFiles.Told)
        {
            screen.Line();
            screen.Line($"and {Words.Of(report.Disagree - CaseFiles.Told)} more");
        }

        if (report.Disagree > 0) screen.Line();
        if (report.Files.Count > 1)
        {
            foreach (var file in report.Files) screen.Line($"{file.File}: {Words.Count(file.Cases, "case")}, {Words.Of(file.Disagree)} disagree");
        }

        screen.Line($"{Words.Count(report.Cases, "case")}, {Words.Of(report.Disagree)} disagree");
    }
}
