using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;
using Vm.Transcripts;

namespace Vm.Cli.Commands;

/// <summary><c>vm replay FILE...</c>: recordings of the original module on the component, compared operation by operation.</summary>
static class ReplayCommand
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Transcripts of the original module.",
            Arity = ArgumentArity.OneOrMore,
        };
        var asWritten = new Option<bool>("--as-written") { Description = "Replay on the operations that are as the original has them, where it breaks the specification." };
        var format = Options.Format();

        var command = new Command("replay", "Replay recordings of the original module on this one and compare each operation.")
        {
            files, asWritten, format,
        };
        command.SetAction(parsed =>
        {
            var json = parsed.GetValue(format) == OutputFormat.Json;
            var report = Replay(screen, parsed.GetRequiredValue(files), parsed.GetValue(asWritten), silent: json);
            if (json) Json.Write(screen.Out, report);
            else ReplayText.Write(screen, report);
            return report.AllAgree ? ExitCode.Well : ExitCode.Refuted;
        });
        return command;
    }

    static ReplayReport Replay(Screen screen, string[] files, bool asWritten, bool silent) =>
        screen.Watch($"replaying {Words.Count(files.Length, "transcript")}", silent, progress =>
        {
            progress.Total(files.Length);
            return asWritten ? AsWrittenReplay.Run(files, progress.One) : TranscriptReplay.Run(files, progress.One);
        });
}
