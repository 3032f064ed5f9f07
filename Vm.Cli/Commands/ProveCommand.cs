using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Proofs;

namespace Vm.Cli.Commands;

/// <summary><c>vm prove</c>: every obligation of the component's operations, or the refutation of the broken ones.</summary>
static class ProveCommand
{
    public static Command Create(Screen screen)
    {
        var unlessGiven = new ProofOptions();
        var operation = new Option<string?>("--operation") { Description = "Prove this operation only.", HelpName = "name" };
        var mutants = new Option<bool>("--mutants") { Description = "Refute the operations that are broken on purpose instead." };
        var format = Options.Format();
        var seed = Options.Number("--seed", "The solver's random seed.", 0, int.MaxValue, unlessGiven.Seed);
        var timeout = Options.Number(
            "--timeout", "Milliseconds for one question to the solver.", 1, int.MaxValue, (int)unlessGiven.Timeout.TotalMilliseconds);

        var command = new Command("prove", "Prove every operation from its code, and list every obligation.")
        {
            operation, mutants, format, seed, timeout,
        };
        command.SetAction(parsed =>
        {
            var options = new ProofOptions
            {
                Operation = parsed.GetValue(operation),
                Seed = parsed.GetValue(seed),
                Timeout = TimeSpan.FromMilliseconds(parsed.GetValue(timeout)),
            };
            var json = parsed.GetValue(format) == OutputFormat.Json;
            return parsed.GetValue(mutants) ? Refute(screen, options, json) : Prove(screen, options, json);
        });
        return command;
    }

    static int Prove(Screen screen, ProofOptions options, bool json)
    {
        var report = Proof.Run(screen, options, silent: json);
        if (json) ProofJson.Write(screen.Out, report);
        else ProofText.Write(screen, report);
        return Proof.ExitCodeOf(report);
    }

    static int Refute(Screen screen, ProofOptions options, bool json)
    {
        var results = screen.Watch("refuting the operations that are broken on purpose", json, progress =>
            Prover.Refute(Components.Mutants(), options, _ => progress.One()));
        if (json) ProofJson.Write(screen.Out, results);
        else MutantText.Write(screen, results);
        return results.Count > 0 && results.All(result => result.Refuted) ? ExitCode.Well : ExitCode.Refuted;
    }
}
