using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Machine;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Commands;

/// <summary><c>vm run TRACE</c>: a program's memory trace through the modeled machine and the module.</summary>
static class RunCommand
{
    public static Command Create(Screen screen)
    {
        var trace = new Argument<string>("TRACE") { Description = "A memory trace of Valgrind's Lackey, plain or gzip." };
        var frames = Options.Number(
            "--frames", "Frames of memory for the program's pages.", 1, RunOptions.MostFrames, Run.DefaultFrames);
        var mode = Options.OneOf("--mode", "What the module checks while it runs.", Checking.Full);
        var every = Options.Number(
            "--check-every", "In full mode, look at the whole catalogue of invariants at every n-th operation.", 1, int.MaxValue, 1);
        var locks = new Option<bool>("--locks") { Description = "Print which locks were taken while which were held." };
        var dump = new Option<string?>("--dump")
        {
            Description = "Write memory, registers and mappings at the end of the run to this folder, for another MMU to read.",
            HelpName = "folder",
        };
        var format = Options.Format();

        var command = new Command("run", "Run a program's memory trace through the modeled machine and the module.")
        {
            trace, frames, mode, every, locks, dump, format,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(dump);
            if (folder is not null) MakeFolder(folder, parsed.GetValue(frames));
            var options = new RunOptions
            {
                Frames = parsed.GetValue(frames),
                Mode = parsed.GetValue(mode),
                CheckEvery = parsed.GetValue(every),
                DumpFolder = folder,
            };
            var json = parsed.GetValue(format) == OutputFormat.Json;
            var report = Run.Execute(screen, parsed.GetRequiredValue(trace), options, silent: json);
            if (!json) RunText.Write(screen, report);
            else if (!parsed.GetValue(locks)) Json.Write(screen.Out, report);
            else Json.Write(screen.Out, new { Run = report, Locks = LockOrderGraph.Edges(typeof(ResidentLock)) });

            if (!json && parsed.GetValue(locks)) LockOrderText.Write(screen);
            return ExitCode.Well;
        });
        return command;
    }

    /// <summary>Sees before the run that the machine can be written after it.</summary>
    static void MakeFolder(string folder, int frames)
    {
        if (frames > RunOptions.MostFramesToDump)
            throw new UsageException($"--dump writes machines of at most {MachineDump.MostMemory >> 20} MiB; give at most --frames {RunOptions.MostFramesToDump}");

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--dump cannot make the folder: {cause.Message}");
        }
    }
}
