using Vm.Machine;
using Vm.Proofs.Printing;

namespace Vm.Cli.Commands;

/// <summary>Running one trace, for the verbs that do.</summary>
static class Run
{
    /// <summary>Few enough that most programs must give frames back.</summary>
    public const int DefaultFrames = 64;

    public static TraceReport Execute(Screen screen, string trace, RunOptions options, bool silent) =>
        screen.Watch(Headline(trace), silent, progress =>
            TraceRunner.Run(trace, options with { Progress = records => progress.Count(records, "records") }));

    /// <summary>The phase's name while it runs.</summary>
    public static string Headline(string trace) => $"running {Path.GetFileName(trace)}";
}
