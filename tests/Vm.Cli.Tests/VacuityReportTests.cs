using Vm.Proofs;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Tests;

/// <summary>What the shipped component does not show: exits that are not reached.</summary>
public sealed class VacuityReportTests
{
    static readonly SolverInfo Solver = SolverInfo.Find();

    [Theory]
    [InlineData(0, ExitVerdict.Reached, ExitVerdict.Consistent)]
    [InlineData(3, ExitVerdict.Reached, ExitVerdict.Unknown)]
    [InlineData(1, ExitVerdict.Unknown, ExitVerdict.Vacuous)]
    public void ExitCode_WorstVerdict_Decides(int exitCode, params ExitVerdict[] verdicts) =>
        Assert.Equal(exitCode, ProveCommand.ExitCodeOf(Report(verdicts)));

    [Fact]
    public void Text_EachVerdict_IsNamedPlacedAndCounted()
    {
        var output = new StringWriter();
        VacuityReports.WriteText(
            new Screen(output, TextWriter.Null), Report(ExitVerdict.Reached, ExitVerdict.Reached, ExitVerdict.Unknown, ExitVerdict.Vacuous));

        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.Contains("Slip.cs(3,5): warning VM1003: Slip  unknown: why", lines);
        Assert.Contains("Slip.cs(4,5): error VM1011: Slip  vacuous: why", lines);
        Assert.Equal($"4 exits: 2 reached, 0 consistent, 1 vacuous, 1 unknown, with {Solver}", lines[^1]);
    }

    static VacuityReport Report(params ExitVerdict[] verdicts) => new(Solver,
        [.. verdicts.Select((verdict, i) => new ExitResult("Slip", new SourcePlace("Slip.cs", i + 1, 5), verdict, verdict == ExitVerdict.Reached ? null : "why"))]);
}
