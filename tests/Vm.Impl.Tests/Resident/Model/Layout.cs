using Vm.Physical;

namespace Vm.Tests.Resident.Model;

/// <summary>The physical memory of a run: small, because full mode looks at all pages after every operation.</summary>
sealed record Layout(string Name, params BootSegment[] Segments)
{
    /// <summary>One segment; an unaligned one with frames that are not available; several of them.</summary>
    public static readonly Layout[] All =
    [
        new("one segment", new BootSegment(0, 8, 0)),
        new("one that begins odd", new BootSegment(5, 13, 6)),
        new("two", new BootSegment(0, 4, 0), new BootSegment(6, 10, 6)),
        new("four", new BootSegment(0, 2, 0), new BootSegment(2, 4, 2), new BootSegment(7, 10, 8), new BootSegment(16, 18, 16)),
    ];

    public override string ToString() => Name;
}
