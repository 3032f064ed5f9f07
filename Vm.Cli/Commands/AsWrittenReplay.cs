extern alias aswritten;

using Vm.Transcripts;
using Original = aswritten::Vm.Transcripts;

namespace Vm.Cli.Commands;

/// <summary>
/// <c>vm replay --as-written</c>: transcripts on the component whose operations are as the original has them. It is compiled from the same
/// sources and has types of its own, which are given here as those of the shipped one.
/// </summary>
static class AsWrittenReplay
{
    /// <inheritdoc cref="TranscriptReplay.Run"/>
    public static ReplayReport Run(IReadOnlyList<string> files, Action? replayed = null)
    {
        try
        {
            var report = Original.TranscriptReplay.Run(files, replayed);
            return new(
                report.Files, report.Agree, report.Operations,
                [.. report.Differences.Select(d => new ReplayDifference(d.File, d.Line, d.Operation, d.Expected, d.Actual))],
                [.. report.Stops.Select(s => new ReplayStop(s.File, s.Line, s.Operation, s.Recorded, s.Detected))]);
        }
        catch (Original.TranscriptException wrong)
        {
            throw new TranscriptException(wrong.File, wrong.Line, wrong.Message, wrong);
        }
    }
}
