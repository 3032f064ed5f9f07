namespace Vm.Proofs.Commands;

/// <summary>Files with recorded hints.</summary>
static class HintsFile
{
    /// <exception cref="UsageException">The file cannot be read or is something else.</exception>
    public static RecordedHints? Read(string? file)
    {
        if (file is null) return null;

        try
        {
            return new RecordedHints(File.ReadLines(file));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException($"{file} has no recorded hints: {cause.Message}");
        }
    }

    public static void Write(string file, ProofReport report) => File.WriteAllLines(
        file, RecordedHints.Lines(report).Prepend("# Written by prove --record-hints: operation, kind, clause, occurrence, names of facts that are enough."));
}
