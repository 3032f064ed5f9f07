using System.CommandLine;
using Vm.Cli.Commands;
using Vm.Cli.Reports;
using Vm.Machine;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;
using Vm.Transcripts;
using Vm.Vocabulary;

namespace Vm.Cli;

/// <summary>The command <c>vm</c>: its verbs, and the failures that only it has.</summary>
static class CommandLine
{
    /// <summary>Runs the command and returns its exit code. Errors are one line with the way out, never a stack trace.</summary>
    public static int Run(string[] args, Screen screen) => new CommandShell(Root(screen), screen, Know).Run(args);

    /// <summary>Reads a command line without running it.</summary>
    public static ParseResult Parse(string[] args, Screen screen) => Root(screen).Parse(args);

    static Command Root(Screen screen)
    {
        var shipped = Shipped.Subject;
        var root = CommandShell.Root(
            shipped.Command,
            "Proves the resident-page module and runs programs' memory traces through it. "
            + "Without a verb it does both, with the trace that is shipped.");
        root.Subcommands.Add(ProveCommand.Create(screen, shipped));
        root.Subcommands.Add(RunCommand.Create(screen));
        root.Subcommands.Add(ReplayCommand.Create(screen));
        root.Subcommands.Add(MmuCommand.Create(screen));
        root.Subcommands.Add(ExploreCommand.Create(screen));
        root.Subcommands.Add(ExplainCommand.Create(screen, shipped));
        root.Subcommands.Add(StatesCommand.Create(screen, shipped));
        root.Subcommands.Add(ReportCommand.Create(screen, shipped));
        root.Subcommands.Add(AuditCommand.Create(screen, shipped));
        root.Subcommands.Add(DoctorCommand.Create(screen, shipped));
        root.SetAction(_ => AllCommand.Run(screen));
        return root;
    }

    static Failure? Know(Exception failure) => failure switch
    {
        TraceException { Line: 0 } trace => new(ExitCode.Usage, $"{trace.File}: error: {trace.Message}"),
        TraceException trace => new(ExitCode.Usage, $"{trace.File}({trace.Line}): error: {trace.Message}"),
        TranscriptException { Line: 0 } transcript => new(ExitCode.Usage, $"{transcript.File}: error: {transcript.Message}"),
        TranscriptException transcript => new(ExitCode.Usage, $"{transcript.File}({transcript.Line}): error: {transcript.Message}"),
        CheckFailedException stop => new(ExitCode.Refuted, StopText.Of(stop)),
        _ => null,
    };
}
