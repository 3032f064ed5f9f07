using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vm.Proofs.Commands;

namespace Vm.Proofs.Printing;

/// <summary>
/// What was not proved as SARIF 2.1.0: a rule for each clause, a result for each obligation, and the run that breaks it as a code
/// flow. What is unknown is of the kind "open", never a failure; a tool that failed is told of as a notification. Proved obligations are
/// only counted.
/// </summary>
static class SarifReports
{
    const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    const string Root = "SRCROOT";

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, ProofReport report, int exitCode) => Write(
        output, [.. report.Results.Where(result => result.Outcome != Outcome.Proved)], "error", exitCode, new
        {
            Solver = $"{report.Solver.Name} {report.Solver.Version}",
            report.IrVersion,
            report.IrHash,
            Outcomes = ProofJson.Counts(report),
            Trusted = report.Trusted.Count,
        });

    /// <summary>Refutations that are wanted, which nobody has to mend: notes.</summary>
    public static void Write(TextWriter output, IReadOnlyList<MutantResult> results, int exitCode) => Write(
        output, [.. results.Select(result => result.Refutation).OfType<ObligationResult>()], "note", exitCode, new
        {
            Outcomes = new { Refuted = results.Count(result => result.Refuted), Open = results.Count(result => !result.Refuted) },
        });

    public static void WriteFailure(TextWriter output, Failure failure) =>
        WriteLog(output, [], [], [new { Level = "error", Message = new { Text = failure.Message } }], failure.ExitCode, null);

    static void Write(TextWriter output, IReadOnlyList<ObligationResult> results, string levelOfRefuted, int exitCode, object properties)
    {
        var decided = results.Where(result => result.Outcome != Outcome.Error).ToList();
        var rules = decided.GroupBy(result => RuleOf(result.Obligation)).ToList();
        var numbers = rules.Select((rule, i) => (rule.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        WriteLog(
            output,
            [.. rules.Select(rule => Rule(rule.Key, [.. rule.Select(result => result.Obligation)]))],
            [.. decided.GroupBy(result => IdentityOf(result.Obligation))
                .SelectMany(same => same.Select((result, i) => Result(result, numbers[RuleOf(result.Obligation)], $"{same.Key}#{i}", levelOfRefuted)))],
            [.. results.Where(result => result.Outcome == Outcome.Error).Select(Notification)],
            exitCode,
            properties);
    }

    static void WriteLog(TextWriter output, object[] rules, object[] results, object[] notifications, int exitCode, object? properties)
    {
        var run = new
        {
            Tool = new { Driver = new { Name = "vm", Version = typeof(SarifReports).Assembly.GetName().Version!.ToString(3), Rules = rules } },
            Invocations = new[] { new { ExecutionSuccessful = notifications.Length == 0, ExitCode = exitCode, ToolExecutionNotifications = notifications } },
            OriginalUriBaseIds = new Dictionary<string, object> { [Root] = new { Description = new { Text = "The root of the repository." } } },
            ColumnKind = "utf16CodeUnits",
            Results = results,
            Properties = properties,
        };
        var log = new Dictionary<string, object> { ["$schema"] = Schema, ["version"] = "2.1.0", ["runs"] = new[] { run } };
        output.WriteLine(JsonSerializer.Serialize(log, Options));
    }

    static string RuleOf(Obligation obligation) => $"{obligation.Kind.Replace(' ', '-')}/{obligation.Clause}";

    static object Rule(string id, IReadOnlyList<Obligation> owed)
    {
        var (first, sentences) = (owed[0], owed.Select(obligation => obligation.Sentence).Distinct().ToList());
        var what = sentences.Count == 1 ? sentences[0] : first.Kind;
        return new
        {
            Id = id,
            ShortDescription = new { Text = $"{first.Clause}: {what}" },
            FullDescription = new { Text = $"The obligation \"{first.Kind}\" of the clause {first.Clause}: {string.Join("; ", sentences)}." },
            Help = new
            {
                Text = $"The clause {first.Clause} stands at {first.ClausePlace}. `vm explain OPERATION.{first.Clause}` shows it and what its proof may "
                    + "use; `vm prove --operation OPERATION` asks again. A refuted obligation has a run that breaks the clause: mend the body, or "
                    + "the clause if it says too much. One that is open was neither proved nor refuted: mostly a loop invariant or the contract of "
                    + "a callee says too little.",
            },
            DefaultConfiguration = new { Level = "error" },
        };
    }

    static object Result(ObligationResult result, int rule, string identity, string levelOfRefuted)
    {
        var obligation = result.Obligation;
        var isRefuted = result.Outcome == Outcome.Refuted;
        return new
        {
            RuleId = RuleOf(obligation),
            RuleIndex = rule,
            Kind = isRefuted ? "fail" : "open",
            Level = isRefuted ? levelOfRefuted : "none",
            Message = new { Text = string.Join('\n', FailureText.Findings(result).Prepend(FailureText.Headline(result))) },
            Locations = Places(obligation.Place, null),
            RelatedLocations = Places(obligation.ClausePlace, $"the clause {obligation.Clause}"),
            CodeFlows = result.Counterexample is { Steps.Count: > 0 } counterexample ? new[] { Flow(obligation, counterexample) } : null,
            PartialFingerprints = new Dictionary<string, string> { ["obligation/v1"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32] },
            Properties = new { Outcome = Words.Of(result.Outcome), Id = FailureText.SeverityOf(result.Outcome).Id, obligation.Operation },
        };
    }

    static string IdentityOf(Obligation obligation) => $"{obligation.Operation}|{obligation.Kind}|{obligation.Clause}";

    static object Flow(Obligation obligation, Counterexample counterexample)
    {
        var first = Step(counterexample.Steps[0].Place, $"{obligation.Operation} is called in this state:\n{counterexample.Table}", 0);
        var last = Step(obligation.ClausePlace, $"{counterexample.ViolatedClause} does not hold: {obligation.Sentence}", 0);
        var run = counterexample.Steps.Select(step => Step(step.Place, Text(step), step.Depth));
        return new
        {
            Message = new { Text = counterexample.Note },
            ThreadFlows = new[] { new { Locations = run.Prepend(first).Append(last).ToArray() } },
        };
    }

    static string Text(RunStep step) => step.Changes.Count == 0 ? step.Operation : $"{step.Operation}: {string.Join(", ", step.Changes)}";

    static object Step(SourcePlace place, string text, int depth) => new
    {
        Location = new { PhysicalLocation = Physical(place), Message = new { Text = text } },
        NestingLevel = depth,
    };

    static object Notification(ObligationResult result) => new
    {
        Level = "error",
        Message = new { Text = string.Join('\n', FailureText.Findings(result).Prepend(FailureText.Headline(result))) },
        Locations = Places(result.Obligation.Place, null),
        Descriptor = new { Id = FailureText.SeverityOf(result.Outcome).Id },
    };

    static object[]? Places(SourcePlace place, string? text) => place.File.Length == 0 ? null
        : [new { PhysicalLocation = Physical(place), Message = text is null ? null : new { Text = text } }];

    static object? Physical(SourcePlace place) => place.File.Length == 0 ? null : new
    {
        ArtifactLocation = new { Uri = string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)), UriBaseId = Root },
        Region = new { StartLine = place.Line, StartColumn = place.Column },
    };
}
