using System.Runtime.ExceptionServices;

namespace Vm.Transcripts;

/// <summary>Replays recordings of the original module on the component, which must do the same operation by operation.</summary>
public static class TranscriptReplay
{
    /// <summary>Replays transcripts, several at a time, each up to its first difference.</summary>
    /// <param name="files">The transcripts. All are read before the first is replayed.</param>
    /// <param name="replayed">Called after each, by one thread at a time.</param>
    /// <exception cref="TranscriptException">A file is not a transcript.</exception>
    public static ReplayReport Run(IReadOnlyList<string> files, Action? replayed = null)
    {
        var outcomes = Replay([.. files.Select(TranscriptReader.Read)], replayed);
        return new ReplayReport(
            files.Count,
            outcomes.Count(outcome => outcome.Difference is null),
            outcomes.Sum(outcome => outcome.Operations),
            [.. outcomes.Select(outcome => outcome.Difference).OfType<ReplayDifference>()],
            [.. outcomes.Select(outcome => outcome.Stop).OfType<ReplayStop>()]);
    }

    static ReplayOutcome[] Replay(Transcript[] transcripts, Action? replayed)
    {
        try
        {
            return [.. transcripts.AsParallel().AsOrdered().Select(ReplayOne)];
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
            throw;
        }

        ReplayOutcome ReplayOne(Transcript transcript)
        {
            var outcome = new TranscriptReplayer(transcript).Run();
            if (replayed is not null)
            {
                lock (transcripts) replayed();
            }

            return outcome;
        }
    }
}
