extern alias aswritten;

using Vm.Proofs;
using Vm.Resident;
using Vm.Transcripts;
using Revisions = aswritten::Vm.Transcripts.Revisions;

namespace Vm.Cli.Commands;

/// <summary><c>vm prove --counterexamples FOLDER</c>: the counterexamples as transcripts, which <c>vm replay</c> runs.</summary>
static class CounterexampleTranscripts
{
    const string ContractSuffix = "Contract";
    const string AsWrittenSuffix = "AsWritten";

    /// <summary>Writes a counterexample as a transcript.</summary>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="obligation">What is broken.</param>
    /// <param name="counterexample">How.</param>
    /// <returns>A line for the file, or for the reason why there is none.</returns>
    public static IEnumerable<string> Write(string name, Obligation obligation, Counterexample counterexample)
    {
        var (clause, reproduction) = (counterexample.ViolatedClause, counterexample.Reproduction!);
        var operation = Without(AsWrittenSuffix, Without(ContractSuffix, reproduction.Contract));
        var transcript = CounterexampleTranscript.Of(
            (ResidentState)reproduction.State(), operation, reproduction.Arguments, $"{clause}: {obligation.Sentence}",
            Revisions.Only(reproduction.Operation));
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
