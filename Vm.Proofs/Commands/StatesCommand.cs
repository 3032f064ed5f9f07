using System.CommandLine;
using Vm.Proofs.Printing;

namespace Vm.Proofs.Commands;

/// <summary><c>states</c>: the life of a row, computed from the code.</summary>
static class StatesCommand
{
    public static Command Create(Screen screen, Subject subject)
    {
        var unlessGiven = new ProofOptions();
        var format = Options.OneOf("--format", "How the result is printed.", StatesFormat.Text);
        var seed = Options.Number("--seed", "The solver's random seed.", 0, int.MaxValue, unlessGiven.Seed);

        var command = new Command("states", "Compute from the code which operations take a row from which stage of its life to which.")
        {
            format, seed,
        };
        command.SetAction(parsed =>
        {
            var options = new ProofOptions { Seed = parsed.GetValue(seed) };
            var chosen = parsed.GetValue(format);
            var report = screen.Watch("computing the life of a row", chosen != StatesFormat.Text, progress =>
                Compute(subject, options, total => progress.Total(total), progress.One));
            Write(screen, report, chosen);
            return ExitCodeOf(report);
        });
        return command;
    }

    public static LifeCycleReport Compute(Subject subject, ProofOptions options, Action<int>? onTotal = null, Action? onOperation = null)
    {
        var component = subject.Load();
        return LifeCycle.Compute(component, options, subject.Starts(component), onTotal, onOperation);
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
