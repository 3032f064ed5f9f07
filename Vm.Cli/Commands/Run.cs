using Vm.Machine;
using Vm.Proofs.Printing;

namespace Vm.Cli.Commands;

/// <summary>Running traces, for the verbs that do.</summary>
static class Run
{
    /// <summary>Few enough that most programs must give frames back.</summary>
    public const int DefaultFrames = 64;

    public static TraceReport Execute(Screen screen, IReadOnlyList<string> traces, RunOptions options, bool silent) =>
        screen.Watch(Headline(traces), silent, progress =>
            TraceRunner.Run(traces, options with { Progress = records => progress.Count(records, "records") }));

    /// <summary>The phase's name while it runs.</summary>
    public static string Headline(IReadOnlyList<string> traces) => $"running {string.Join(", ", traces.Select(Path.GetFileName))}";
}
