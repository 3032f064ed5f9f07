namespace Vm.Transcripts;

/// <summary>What the replay of transcripts showed.</summary>
/// <param name="Files">Transcripts replayed.</param>
/// <param name="Agree">Transcripts in which every operation did the same.</param>
/// <param name="Operations">Operations compared; a file is left at its first difference.</param>
/// <param name="Differences">The first difference of each file that does not agree.</param>
/// <param name="Stops">The misuses that were detected as recorded.</param>
public sealed record ReplayReport(
    int Files,
    int Agree,
    int Operations,
    IReadOnlyList<ReplayDifference> Differences,
    IReadOnlyList<ReplayStop> Stops)
{
    /// <summary>Whether all transcripts agree.</summary>
    public bool AllAgree => Agree == Files;
}
