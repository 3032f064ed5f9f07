namespace Vm.Machine;

/// <summary>A trace or a file of cases cannot be read. The message says what is wrong and what was expected.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, counted from 1; 0 when it is about the file as a whole.</param>
/// <param name="problem">What is wrong, and the way out.</param>
/// <param name="cause">What raised it, if anything.</param>
public sealed class TraceException(string file, long line, string problem, Exception? cause = null)
    : Exception(problem, cause)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, counted from 1; 0 when it is about the file as a whole.</summary>
    public long Line { get; } = line;
}
