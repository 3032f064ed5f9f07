using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Machine;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Commands;

/// <summary><c>vm run TRACE...</c>: programs' memory traces through the modeled machine and the module.</summary>
static class RunCommand
{
    public static Command Create(Screen screen)
    {
        var traces = new Argument<string[]>("TRACE")
        {
            Description = "A memory trace of Valgrind's Lackey, plain or gzip. Several run as tasks that take turns.",
            Arity = ArgumentArity.OneOrMore,
        };
        var frames = Options.Number(
            "--frames", "Frames of memory for the programs' pages.", 1, RunOptions.MostFrames, Run.DefaultFrames);
        var modes = RunModes.Option();
        var every = Options.Number(
            "--check-every", "In full mode, look at the whole catalogue of invariants at every n-th operation.", 1, int.MaxValue, 1);
        var fork = Options.Number("--fork", "Fork each program after n records; both go on, and copy what they write.", 1, int.MaxValue, 0);
        var text = new Option<bool>("--share-text") { Description = "Pages that are fetched and never written are a file's, shared by tasks of the same trace." };
        var wire = Options.Number("--wire", "Wire the first n pages that each program uses.", 1, int.MaxValue, 0);
        var processors = Options.Number("--processors", "Processors; each program stays on one.", 1, RunOptions.MostProcessors, 1);
        var locks = new Option<bool>("--locks") { Description = "Print which locks were taken while which were held." };
        var dump = new Option<string?>("--dump")
        {
            Description = "Write memory, registers and mappings at the end of the run to this folder, for another MMU to read.",
            HelpName = "folder",
        };
        var chart = new Option<string?>("--chart") { Description = "Draw the machine's pages and faults over time, as SVG.", HelpName = "file" };
        var format = Options.Format();

        var command = new Command("run", "Run programs' memory traces through the modeled machine and the module.")
        {
            traces, frames, modes, every, fork, text, wire, processors, locks, dump, chart, format,
        };
        command.SetAction(parsed =>
        {
            var files = parsed.GetRequiredValue(traces);
            var options = new RunOptions
            {
                Frames = parsed.GetValue(frames),
                Paging = parsed.GetValue(modes)!.Paging,
                Mode = parsed.GetValue(modes)!.Checking,
                CheckEvery = parsed.GetValue(every),
                ForkAfter = parsed.GetValue(fork),
                SharesText = parsed.GetValue(text),
                Wire = parsed.GetValue(wire),
                Processors = parsed.GetValue(processors),
                DumpFolder = parsed.GetValue(dump),
            };
            if (options.Refusal(files.Length) is { } refusal) throw new UsageException(refusal);
            if (options.DumpFolder is { } folder) MakeFolder("--dump", folder);
            if (Path.GetDirectoryName(parsed.GetValue(chart)) is { Length: > 0 } place) MakeFolder("--chart", place);

            var json = parsed.GetValue(format) == OutputFormat.Json;
            var report = Run.Execute(screen, files, options, silent: json);
            if (parsed.GetValue(chart) is { } file) Write(file, ChartSvg.Of(report));
            if (!json) RunText.Write(screen, report);
            else if (!parsed.GetValue(locks)) Json.Write(screen.Out, report);
            else Json.Write(screen.Out, new { Run = report, Locks = LockOrderGraph.Edges(typeof(ResidentLock)) });

            if (!json && parsed.GetValue(locks)) LockOrderText.Write(screen);
            return ExitCode.Well;
        });
        return command;
    }

    /// <summary>Sees before the run that what it gives can be written after it.</summary>
    static void MakeFolder(string option, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (IsOfTheFileSystem(cause))
        {
            throw new UsageException($"{option} cannot make the folder: {cause.Message}");
        }
    }

    static void Write(string file, string text)
    {
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception cause) when (IsOfTheFileSystem(cause))
        {
            throw new UsageException($"--chart cannot write the file: {cause.Message}");
        }
    }

    static bool IsOfTheFileSystem(Exception cause) => cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
