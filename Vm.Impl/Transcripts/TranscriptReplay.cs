namespace Vm.Transcripts;

/// <summary>Replays recordings of the original module on the component, which must do the same operation by operation.</summary>
public static class TranscriptReplay
{
    /// <summary>Replays transcripts, each up to its first difference.</summary>
    /// <param name="files">The transcripts.</param>
    /// <param name="replayed">Called after each.</param>
    /// <exception cref="TranscriptException">A file is not a transcript.</exception>
    public static ReplayReport Run(IReadOnlyList<string> files, Action? replayed = null)
    {
        var operations = 0;
        List<ReplayDifference> differences = [];
        List<ReplayStop> stops = [];
        foreach (var file in files)
        {
            var replayer = new TranscriptReplayer(TranscriptReader.Read(file));
            if (replayer.Run() is { } difference) differences.Add(difference);
            if (replayer.Stop is { } stop) stops.Add(stop);
            operations += replayer.Operations;
            replayed?.Invoke();
        }

        return new ReplayReport(files.Count, files.Count - differences.Count, operations, differences, stops);
    }
}
