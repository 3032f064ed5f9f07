namespace Vm.Transcripts;

/// <summary>What the replay of one transcript showed.</summary>
/// <param name="Operations">Operations compared.</param>
/// <param name="Difference">The first difference, after which the transcript was left.</param>
/// <param name="Stop">The misuse that ended the transcript, if it was detected.</param>
sealed record ReplayOutcome(int Operations, ReplayDifference? Difference, ReplayStop? Stop);
