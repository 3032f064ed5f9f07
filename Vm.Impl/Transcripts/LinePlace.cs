namespace Vm.Transcripts;

/// <summary>A line of a transcript.</summary>
/// <param name="File">The transcript.</param>
/// <param name="Line">The line, counted from 1.</param>
readonly record struct LinePlace(string File, int Line)
{
    public TranscriptException Wrong(string problem, Exception? cause = null) => new(File, Line, problem, cause);
}
