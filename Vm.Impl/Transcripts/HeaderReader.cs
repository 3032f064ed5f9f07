using Vm.Physical;
using Vm.Resident;

namespace Vm.Transcripts;

/// <summary>Reads the first line of a transcript, which says what the module was bootstrapped on.</summary>
static class HeaderReader
{
    const ulong Version = 1;

    /// <summary>More frames than this are not modeled: each costs a page descriptor.</summary>
    const ulong MostFrames = 1 << 20;

    /// <summary>The segments of physical memory.</summary>
    public static IReadOnlyList<BootSegment> ReadSegments(Node header)
    {
        if (header.Find("transcript") is not { } version)
            throw header.Place.Wrong($"no header; expected the first line to be an object with \"transcript\": {Version}");
        if (version.Number() != Version) throw version.NotA($"{Version}, the only format that can be read");
        if (header["page_size"].Number() != ResidentState.PageSize) throw header["page_size"].NotA($"{ResidentState.PageSize}");

        var frames = 0ul;
        var segments = new List<BootSegment>();
        foreach (var segment in header["segments"].Items())
        {
            segments.Add(ReadSegment(segment, segments.Count == 0 ? 0 : segments[^1].EndFrame));
            frames += segments[^1].EndFrame - segments[^1].StartFrame;
            if (frames > MostFrames) throw segment.Place.Wrong($"{frames} frames up to {segment.Path}; at most {MostFrames} are modeled");
        }

        return segments;
    }

    /// <summary>The revision of the original that the transcript is about; null if it does not say.</summary>
    public static string? ReadRevision(Node header) => header.Find("revision")?.Text();

    static BootSegment ReadSegment(Node segment, ulong endOfLast)
    {
        var start = segment["start_frame"].Number(Page.FictitiousFrame - 1);
        var end = segment["end_frame"].Number(Page.FictitiousFrame - 1);
        var heap = segment["heap_start_frame"].Number();
        return endOfLast <= start && start < end && start <= heap && heap <= end
            ? new BootSegment(start, end, heap)
            : throw segment.Place.Wrong(
                $"{segment.Path} has the frames from {start} to {end}, free from {heap} on; "
                + $"expected start_frame from {endOfLast}, end_frame behind it, and heap_start_frame not outside of them");
    }
}
