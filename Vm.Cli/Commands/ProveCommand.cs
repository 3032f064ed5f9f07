using System.CommandLine;
using Vm.Cli.Reports;
using Vm.Proofs;

namespace Vm.Cli.Commands;

/// <summary><c>vm prove</c>: every obligation of the component's operations, and the checks of the checker.</summary>
static class ProveCommand
{
    public static Command Create(Screen screen)
    {
        var unlessGiven = new ProofOptions();
        var operation = new Option<string?>("--operation") { Description = "Prove this operation only.", HelpName = "name" };
        var mutants = new Option<bool>("--mutants") { Description = "Change the bodies, one statement at a time; each change must be noticed." };
        var asWritten = new Option<bool>("--as-written") { Description = "Refute the original's operations that break the specification instead." };
        var crossCheck = new Option<bool>("--cross-check") { Description = "Ask the second solver, cvc5, all questions again." };
        var vacuity = new Option<bool>("--vacuity") { Description = "Show that every exit of every operation is reached." };
        var export = new Option<string?>("--export") { Description = "Write every question there, in SMT-LIB 2, with a list.", HelpName = "folder" };
        var counterexamples = new Option<string?>("--counterexamples")
        {
            Description = "Write each counterexample there, as a transcript and as a unit test.",
            HelpName = "folder",
        };
        var noCache = new Option<bool>("--no-cache") { Description = "Believe no proof of an earlier run, and remember none." };
        var seeds = Options.Number("--seeds", "Prove with so many random seeds, and compare the verdicts.", 1, 1_000, 1);
        var format = Options.Format();
        var seed = Options.Number("--seed", "The solver's random seed.", 0, int.MaxValue, unlessGiven.Seed);
        var timeout = Options.Number(
            "--timeout", "Milliseconds for one question to a solver.", 1, int.MaxValue, (int)unlessGiven.Timeout.TotalMilliseconds);

        var command = new Command("prove", "Prove every operation from its code, and list every obligation.")
        {
            operation, mutants, asWritten, vacuity, crossCheck, seeds, export, counterexamples, noCache, format, seed, timeout,
        };
        command.SetAction(parsed =>
        {
            var options = new ProofOptions
            {
                Operation = parsed.GetValue(operation),
                Seed = parsed.GetValue(seed),
                Timeout = TimeSpan.FromMilliseconds(parsed.GetValue(timeout)),
                CacheFolder = parsed.GetValue(noCache) ? null : CacheFolder.Path,
                ExportFolder = parsed.GetValue(export),
            };
            var json = parsed.GetValue(format) == OutputFormat.Json;
            if (new[] { parsed.GetValue(mutants), parsed.GetValue(asWritten), parsed.GetValue(vacuity), parsed.GetValue(crossCheck), parsed.GetValue(seeds) > 1 }.Count(asked => asked) > 1)
                throw new UsageException("--mutants, --as-written, --vacuity, --cross-check and --seeds ask for different things; give one of them");
            return parsed.GetValue(mutants) ? Mutants.Run(screen, options, json)
                : parsed.GetValue(asWritten) ? AsWritten.Run(screen, options, parsed.GetValue(counterexamples), json)
                : parsed.GetValue(seeds) is > 1 and var many ? Stable(screen, options, many, json)
                : parsed.GetValue(crossCheck) ? CrossCheck.Run(screen, options, json)
                : parsed.GetValue(vacuity) ? Exits(screen, options, json)
                : Prove(screen, options, parsed.GetValue(counterexamples), json);
        });
        return command;
    }

    static int Prove(Screen screen, ProofOptions options, string? counterexamples, bool json)
    {
        var report = Proof.Run(screen, options, silent: json);
        if (json) ProofJson.Write(screen.Out, report);
        else ProofText.Write(screen, report);
        if (counterexamples is not null)
        {
            foreach (var line in CounterexampleFiles.Write(counterexamples, report.Results)) screen.Error.WriteLine(line);
        }

        return Proof.ExitCodeOf(report);
    }

    static int Exits(Screen screen, ProofOptions options, bool json)
    {
        var report = Proof.Asked(options, () => screen.Watch("looking for runs to every exit", json, progress =>
            Prover.CheckExits(Components.Shipped(), options, total => progress.Total(total), progress.One)));
        if (json) VacuityReports.WriteJson(screen.Out, report);
        else VacuityReports.WriteText(screen, report);
        return report.Count(ExitVerdict.Vacuous) > 0 ? ExitCode.Refuted
            : report.Count(ExitVerdict.Unknown) > 0 ? ExitCode.Unknown
            : ExitCode.Well;
    }

    static int Stable(Screen screen, ProofOptions options, int seeds, bool json)
    {
        var report = Proof.Asked(options, () => screen.Watch($"proving the operations with {seeds} seeds", json, progress =>
        {
            progress.Total(seeds);
            return Stability.Check(Components.Shipped(), options, seeds, progress.One);
        }));
        if (json) StabilityReports.WriteJson(screen.Out, report);
        else StabilityReports.WriteText(screen, report);
        return Proof.Worst(report.Reports.Select(Proof.ExitCodeOf));
    }
}
