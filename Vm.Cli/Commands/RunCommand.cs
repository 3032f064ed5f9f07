using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Machine;
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
        var format = Options.Format();

        var command = new Command("run", "Run a program's memory trace through the modeled machine and the module.")
        {
            trace, frames, mode, every, locks, format,
        };
        command.SetAction(parsed =>
        {
            var options = new RunOptions
            {
                Frames = parsed.GetValue(frames),
                Mode = parsed.GetValue(mode),
                CheckEvery = parsed.GetValue(every),
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
}
