using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Physical;
using Vm.Proofs;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Commands;

/// <summary><c>vm states</c>: the life of a page, computed from the code.</summary>
static class StatesCommand
{
    public static Command Create(Screen screen)
    {
        var unlessGiven = new ProofOptions();
        var format = Options.OneOf("--format", "How the result is printed.", StatesFormat.Text);
        var seed = Options.Number("--seed", "The solver's random seed.", 0, int.MaxValue, unlessGiven.Seed);

        var command = new Command("states", "Compute from the code which operations take a page from which stage of its life to which.")
        {
            format, seed,
        };
        command.SetAction(parsed =>
        {
            var options = new ProofOptions { Seed = parsed.GetValue(seed) };
            var chosen = parsed.GetValue(format);
            var report = screen.Watch("computing the life of a page", chosen != StatesFormat.Text, progress =>
                Compute(options, total => progress.Total(total), progress.One));
            Write(screen, report, chosen);
            return ExitCodeOf(report);
        });
        return command;
    }

    public static LifeCycleReport Compute(ProofOptions options, Action<int>? onTotal = null, Action? onOperation = null) =>
        LifeCycle.Compute(Components.Shipped(), options, Starts(), onTotal, onOperation);

    /// <summary>
    /// Small modules after boot, with an object of each kind: some memory is free or none, some pages are without memory or none.
    /// </summary>
    static IReadOnlyList<object> Starts() => [Start(2, 1, 0), Start(1, 0, 1), Start(2, 2, 0), Start(1, 1, 1)];

    static ResidentState Start(int frames, int taken, int fictitious)
    {
        var options = new BootOptions { Objects = 2, FictitiousPages = fictitious, Targets = new FreeTargets(0, 0, 0) };
        var module = ResidentModule<Off>.Bootstrap([new BootSegment(0, (ulong)frames, (ulong)taken)], options);
        module.CreateObject(isInternal: true, ResidentState.PageSize);
        module.CreateObject(isInternal: false, ResidentState.PageSize);
        return module.State;
    }

    static void Write(Screen screen, LifeCycleReport report, StatesFormat format)
    {
        switch (format)
        {
            case StatesFormat.Dot:
                screen.Out.Write(StatesDiagram.Dot(report));
                break;
            case StatesFormat.Mermaid:
                screen.Out.Write(StatesDiagram.Mermaid(report));
                break;
            case StatesFormat.Json:
                Json.Write(screen.Out, report);
                break;
            default:
                StatesText.Write(screen, report);
                break;
        }
    }

    /// <summary>A step of which nothing is known is an answer; stages that are not known to be a partition are none.</summary>
    static int ExitCodeOf(LifeCycleReport report) =>
        report.Partition.Any(claim => claim.Outcome == Outcome.Error) ? ExitCode.Tool
        : report.Partition.All(claim => claim.Outcome == Outcome.Proved) ? ExitCode.Well
        : ExitCode.Unknown;
}
