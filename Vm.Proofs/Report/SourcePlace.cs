namespace Vm.Proofs;

/// <summary>A place in a source file.</summary>
/// <param name="File">Relative to the repository, with forward slashes; empty if not known.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record SourcePlace(string File, int Line, int Column)
{
    /// <summary>A place that is not known.</summary>
    public static SourcePlace None { get; } = new("", 0, 0);

    /// <inheritdoc/>
    public override string ToString() => File.Length == 0 ? "(unknown place)" : $"{File}({Line},{Column})";
}
