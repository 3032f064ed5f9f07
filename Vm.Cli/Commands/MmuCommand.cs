using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Mmu.Cases;
using Vm.Proofs.Commands;
using Vm.Proofs.Printing;

namespace Vm.Cli.Commands;

/// <summary><c>vm mmu FILE...</c>: single accesses with known outcomes, performed on the modeled MMU.</summary>
static class MmuCommand
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files of accesses with their expected outcomes, plain or gzip; a file's header tells its format.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = Options.Format();

        var command = new Command("mmu", "Perform accesses with known outcomes on the modeled MMU and compare each.") { files, format };
        command.SetAction(parsed =>
        {
            var json = parsed.GetValue(format) == OutputFormat.Json;
            var names = parsed.GetRequiredValue(files);
            var report = screen.Watch($"performing {Words.Count(names.Length, "file")} of accesses", silent: json, progress =>
                CaseFiles.Run(names, cases => progress.Count(cases, "cases")));
            if (json) Json.Write(screen.Out, report);
            else CaseText.Write(screen, report);
            return report.Disagree == 0 ? ExitCode.Well : ExitCode.Refuted;
        });
        return command;
    }
}
