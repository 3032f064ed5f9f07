namespace Vm.Transcripts;

/// <summary>Where the component does something else than the recording, for the first time in a file.</summary>
/// <param name="File">The transcript.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Expected">What was recorded, as far as it is different.</param>
/// <param name="Actual">What the component did, as far as it is different.</param>
public sealed record ReplayDifference(
    string File, int Line, string Operation, IReadOnlyList<string> Expected, IReadOnlyList<string> Actual);
