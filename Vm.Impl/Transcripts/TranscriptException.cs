namespace Vm.Transcripts;

/// <summary>A transcript cannot be replayed. The message says what is wrong and what was expected.</summary>
/// <param name="file">The transcript.</param>
/// <param name="line">The line, counted from 1; 0 when it is about the file as a whole.</param>
/// <param name="problem">What is wrong, and the way out.</param>
/// <param name="cause">What raised it, if anything.</param>
public sealed class TranscriptException(string file, int line, string problem, Exception? cause = null)
    : Exception(problem, cause)
{
    /// <summary>The transcript.</summary>
    public string File { get; } = file;

    /// <summary>The line, counted from 1; 0 when it is about the file as a whole.</summary>
    public int Line { get; } = line;
}
