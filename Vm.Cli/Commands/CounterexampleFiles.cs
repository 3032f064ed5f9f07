using Vm.Proofs;
using Vm.Resident;
using Vm.Transcripts;

namespace Vm.Cli.Commands;

/// <summary><c>vm prove --counterexamples FOLDER</c>: counterexamples for others to run, as transcripts and as unit tests.</summary>
static class CounterexampleFiles
{
    const string ContractSuffix = "Contract";
    const string AsWrittenSuffix = "AsWritten";

    /// <summary>Writes the counterexamples of obligations that were refuted.</summary>
    /// <returns>A line for each file, and for each that could not be.</returns>
    public static IReadOnlyList<string> Write(string folder, IEnumerable<ObligationResult> results)
    {
        Directory.CreateDirectory(folder);
        var refuted = results
            .Where(result => result.Counterexample is { Executed: true, Reproduction: not null })
            .DistinctBy(result => (result.Obligation.Operation, result.Counterexample!.ViolatedClause));
        return [.. refuted.SelectMany(result => Write(folder, result.Obligation, result.Counterexample!))];
    }

    static IEnumerable<string> Write(string folder, Obligation obligation, Counterexample counterexample)
    {
        var (clause, reproduction) = (counterexample.ViolatedClause, counterexample.Reproduction!);
        var name = Path.Combine(folder, $"{obligation.Operation}-{clause.Replace(' ', '-')}");
        File.WriteAllText($"{name}.cs", reproduction.ToTest(clause, obligation.Sentence));
        yield return $"written: {name}.cs";

        if (obligation.Kind == ObligationKind.Lock)
        {
            yield return $"{obligation.Place}: info: {obligation.Operation}, {clause}: no transcript: transcripts do not say which locks are held";
            yield break;
        }

        var operation = Without(AsWrittenSuffix, Without(ContractSuffix, reproduction.Contract));
        var transcript = CounterexampleTranscript.Of(
            (ResidentState)reproduction.State(), operation, reproduction.Arguments, $"{clause}: {obligation.Sentence}");
        if (transcript.Lines is null)
        {
            yield return $"{obligation.Place}: info: {obligation.Operation}, {clause}: no transcript: {transcript.Problem}";
            yield break;
        }

        File.WriteAllLines($"{name}.jsonl", transcript.Lines);
        yield return $"written: {name}.jsonl";
    }

    static string Without(string suffix, string name) => name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
}
