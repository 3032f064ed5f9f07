using System.CommandLine;
using Vm.Proofs.Printing;
using Vm.Proofs.Sharding;

namespace Vm.Proofs.Commands;

/// <summary><c>prove</c>: every obligation of the component's operations, and the checks of the checker.</summary>
static class ProveCommand
{
    static readonly ProveMode[] modes =
    [
        new("--mutants", "Change the bodies, one statement at a time; each change must be noticed.", Mutants.Run),
        new("--cross-check", "Ask the second solver, cvc5, all questions again.", CrossCheck.Run) { CanShard = true },
        new("--vacuity", "Show that every exit of every operation is reached.", Exits),
    ];

    public static Command Create(Screen screen, Subject subject)
    {
        var command = new Command("prove", "Prove every operation from its code, and list every obligation.");
        Equip(command, screen, subject);
        return command;
    }

    /// <summary>Lets a command prove: gives it the options and the action.</summary>
    public static void Equip(Command command, Screen screen, Subject subject)
    {
        var unlessGiven = new ProofOptions();
        var operation = new Option<string?>("--operation") { Description = "Prove this operation only.", HelpName = "name" };
        var instead = modes.Concat(subject.Modes)
            .Select(mode => (Mode: mode, Option: new Option<bool>(mode.Option) { Description = mode.Description })).ToList();
        var export = new Option<string?>("--export") { Description = "Write every question there, in SMT-LIB 2, with a list.", HelpName = "folder" };
        var counterexamples = new Option<string?>("--counterexamples")
        {
            Description = "Write each counterexample there, so that others can run it.",
            HelpName = "folder",
        };
        var noCache = new Option<bool>("--no-cache") { Description = "Believe no proof of an earlier run, and remember none." };
        var seeds = Options.Number("--seeds", "Prove with so many random seeds, and compare the verdicts.", 1, 1_000, 1);
        var shard = Options.Shard();
        var outFile = new Option<string?>("--out") { Description = "Write the results there as well, to be joined with --merge.", HelpName = "file" };
        var merge = new Option<string[]>("--merge")
        {
            Description = "Prove nothing: join the results of all parts, written with --out.",
            HelpName = "file",
            AllowMultipleArgumentsPerToken = true,
        };
        var costs = new Option<string?>("--costs") { Description = "Make parts equal by the costs that were recorded there.", HelpName = "file" };
        var recordCosts = new Option<string?>("--record-costs") { Description = "Record there what the dearest obligations cost.", HelpName = "file" };
        var hints = new Option<string?>("--hints") { Description = "Try the facts first that were recorded there.", HelpName = "file" };
        var recordHints = new Option<string?>("--record-hints")
        {
            Description = "Prove without hints and cache, and record there which facts are enough for the dearest obligations.",
            HelpName = "file",
        };
        var format = Options.OneOf("--format", "How results are printed.", ProofFormat.Text);
        var seed = Options.Number("--seed", "The solver's random seed.", 0, int.MaxValue, unlessGiven.Seed);
        var timeout = Options.Number(
            "--timeout", "Milliseconds for one question to a solver.", 1, int.MaxValue, (int)unlessGiven.Timeout.TotalMilliseconds);

        foreach (var option in instead.Select(pair => (Option)pair.Option).Prepend(operation)
            .Concat([seeds, export, counterexamples, shard, outFile, merge, costs, recordCosts, hints, recordHints, noCache, format, seed, timeout]))
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var findHints = parsed.GetValue(recordHints) is not null;
            var options = new ProofOptions
            {
                Operation = parsed.GetValue(operation),
                Seed = parsed.GetValue(seed),
                Timeout = TimeSpan.FromMilliseconds(parsed.GetValue(timeout)),
                CacheFolder = parsed.GetValue(noCache) || findHints ? null : CacheFolder.Path,
                ExportFolder = parsed.GetValue(export),
                Shard = parsed.GetValue(shard),
                Costs = RecordFile.Read(parsed.GetValue(costs), "costs", lines => new RecordedCosts(lines)) ?? subject.Costs(),
                Hints = findHints ? new() : RecordFile.Read(parsed.GetValue(hints), "hints", lines => new RecordedHints(lines)) ?? subject.Hints(),
                FindHints = findHints,
            };
            var request = new ProveRequest(screen, subject, options, parsed.GetValue(counterexamples), parsed.GetValue(format))
            {
                Out = parsed.GetValue(outFile),
                RecordCosts = parsed.GetValue(recordCosts),
                RecordHints = parsed.GetValue(recordHints),
            };
            var asked = instead.Where(pair => parsed.GetValue(pair.Option)).Select(pair => pair.Mode).ToList();
            if (parsed.GetValue(seeds) is > 1 and var many) asked.Add(new(seeds.Name, seeds.Description!, _ => Stable(request, many)));
            if (parsed.GetValue(merge) is { Length: > 0 } parts) asked.Add(new(merge.Name, merge.Description!, _ => Merge(request, parts)) { Formats = Enum.GetValues<ProofFormat>() });
            return asked switch
            {
                [] => Prove(request),
                [{ CanShard: false } one] when options.Shard is not null => throw new UsageException($"{one.Option} has no parts, so --shard has no meaning there"),
                [var one] when request.Out is not null => throw new UsageException($"--out is for the proof; {one.Option} has no results to be joined"),
                [var one] when !one.Formats.Contains(request.Format) => throw new UsageException(
                    $"{one.Option} is printed as {string.Join(" or ", one.Formats).ToLowerInvariant()}, not as {request.Format.ToString().ToLowerInvariant()}"),
                [var one] => one.Run(request),
                _ => throw new UsageException(
                    $"{string.Join(", ", instead.Select(pair => pair.Mode.Option))}, --merge and --seeds ask for different things; give one of them"),
            };
        });
    }

    static int Prove(ProveRequest request)
    {
        var (screen, subject) = (request.Screen, request.Subject);
        var report = Proof.Run(screen, subject, request.Options, request.Silent);
        var exitCode = Proof.ExitCodeOf(report);
        ProofReports.Write(screen, subject.Command, report, request.Format, exitCode);
        if (request.Out is { } file) ShardFile.Write(file, report, request.Options);
        if (request.RecordCosts is { } record) RecordFile.WriteCosts(record, report);
        if (request.RecordHints is { } hints) RecordFile.WriteHints(hints, report);
        if (request.Counterexamples is { } folder)
        {
            foreach (var line in CounterexampleFiles.Write(folder, subject, report.Results)) screen.Error.WriteLine(line);
        }

        return exitCode;
    }

    static int Merge(ProveRequest request, IReadOnlyList<string> parts)
    {
        if (request.Counterexamples is not null || request.Options.ExportFolder is not null)
            throw new UsageException("--merge only joins; --counterexamples and --export are for the parts");

        var (report, efforts) = ShardMerge.Join(parts, request.Subject.Load().Hash);
        var exitCode = Proof.ExitCodeOf(report);
        ProofReports.Write(request.Screen, request.Subject.Command, report, request.Format, exitCode);
        if (request.RecordCosts is { } record) RecordFile.WriteCosts(record, report);
        if (efforts.Min() > 0)
            request.Screen.Error.WriteLine(FormattableString.Invariant(
                $"{request.Subject.Command}: the parts' work: {string.Join(", ", efforts.Select(Words.Of))}; the largest has {(double)efforts.Max() / efforts.Min():0.00} times the smallest"));
        return exitCode;
    }

    static int Exits(ProveRequest request)
    {
        var (screen, options) = (request.Screen, request.Options);
        var report = Proof.Asked(options, () => screen.Watch("looking for runs to every exit", request.Json, progress =>
        {
            var component = request.Subject.Load();
            return Prover.CheckExits(component, options, request.Subject.FirstStates(component), total => progress.Total(total), progress.One);
        }));
        if (request.Json) VacuityReports.WriteJson(screen.Out, report);
        else VacuityReports.WriteText(screen, report);
        return ExitCodeOf(report);
    }

    /// <summary>A contradiction is an error of the specification, and an exit of which nothing is known is not shown to be well.</summary>
    internal static int ExitCodeOf(VacuityReport report) =>
        report.Count(ExitVerdict.Vacuous) > 0 ? ExitCode.Refuted
        : report.Count(ExitVerdict.Unknown) > 0 ? ExitCode.Unknown
        : ExitCode.Well;

    static int Stable(ProveRequest request, int seeds)
    {
        var (screen, options) = (request.Screen, request.Options);
        var report = Proof.Asked(options, () => screen.Watch($"proving the operations with {seeds} seeds", request.Json, progress =>
        {
            progress.Total(seeds);
            return Stability.Check(request.Subject.Load(), options, seeds, progress.One);
        }));
        if (request.Json) StabilityReports.WriteJson(screen.Out, report);
        else StabilityReports.WriteText(screen, report);
        return Proof.Worst(report.Reports.Select(Proof.ExitCodeOf));
    }
}
