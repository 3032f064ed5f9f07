namespace Vm.Proofs.Commands;

/// <summary>Files with recorded costs.</summary>
static class CostsFile
{
    /// <exception cref="UsageException">The file cannot be read or is something else.</exception>
    public static RecordedCosts? Read(string? file)
    {
        if (file is null) return null;

        try
        {
            return new RecordedCosts(File.ReadLines(file));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{file} has no recorded costs: {cause.Message}");
        }
    }

    /// <summary>What came from the cache has no cost, so this is for proofs without one.</summary>
    public static void Write(string file, ProofReport report) => File.WriteAllLines(
        file, RecordedCosts.Lines(report).Prepend("# Written by prove --no-cache --record-costs: effort, operation, kind, clause, occurrence."));
}
