namespace Vm.Proofs.Commands;

/// <summary>Files with what was recorded of a proof, for later ones.</summary>
static class RecordFile
{
    /// <summary>What a file records; null if none is named.</summary>
    /// <param name="file">The file.</param>
    /// <param name="what">What it should have, for the message if it has not.</param>
    /// <param name="parsed">Reads the lines.</param>
    /// <exception cref="UsageException">The file cannot be read or is something else.</exception>
    public static T? Read<T>(string? file, string what, Func<IEnumerable<string>, T> parsed) where T : class
    {
        if (file is null) return null;

        try
        {
            return parsed(File.ReadLines(file));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{file} has no recorded {what}: {cause.Message}");
        }
    }

    /// <summary>What came from the cache has no cost, so this is for proofs without one.</summary>
    public static void WriteCosts(string file, ProofReport report) => File.WriteAllLines(
        file, RecordedCosts.Lines(report).Prepend("# Written by prove --no-cache --record-costs: effort, operation, kind, clause, occurrence."));

    public static void WriteHints(string file, ProofReport report) => File.WriteAllLines(
        file, RecordedHints.Lines(report).Prepend("# Written by prove --record-hints: effort without the hint, operation, kind, clause, occurrence, names of facts that are enough."));
}
