using Vm.Physical;

namespace Vm.Transcripts;

/// <summary>A recording of one run of the original module.</summary>
/// <param name="File">The file.</param>
/// <param name="Segments">The physical memory that it was bootstrapped on.</param>
/// <param name="Operations">What was done, in order.</param>
sealed record Transcript(string File, IReadOnlyList<BootSegment> Segments, IReadOnlyList<RecordedOperation> Operations)
{
    /// <summary>Where the physical memory is described.</summary>
    public LinePlace Header => new(File, 1);

    /// <summary>How many operations have a name.</summary>
    public int CountOf(string operation) => Operations.Count(line => line.Operation.Name == operation);
}
