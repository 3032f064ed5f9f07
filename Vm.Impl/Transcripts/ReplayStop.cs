namespace Vm.Transcripts;

/// <summary>A misuse that stopped the original, and stopped the component too.</summary>
/// <param name="File">The transcript.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Recorded">What stopped the original.</param>
/// <param name="Detected">What stopped the component.</param>
public sealed record ReplayStop(string File, int Line, string Operation, string Recorded, string Detected);
