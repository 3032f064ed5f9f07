using Vm.Paging;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>Runs programs' memory traces on the modeled machine.</summary>
public static class TraceRunner
{
    /// <summary>Runs a trace from its beginning to its end.</summary>
    /// <inheritdoc cref="Run(IReadOnlyList{string}, RunOptions)"/>
    public static TraceReport Run(string file, RunOptions options) => Run([file], options);

    /// <summary>Runs traces from their beginnings to their ends, each as a task of its own, taking turns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There can be no such machine (<see cref="RunOptions.Refusal"/>).</exception>
    /// <exception cref="TraceException">A trace cannot be read.</exception>
    /// <exception cref="CheckFailedException">A clause is violated, or a load does not see the bytes stored last.</exception>
    public static TraceReport Run(IReadOnlyList<string> files, RunOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(files.Count);
        if (options.Refusal(files.Count) is { } refusal) throw new ArgumentOutOfRangeException(nameof(options), refusal);
        return options.Mode switch
        {
            Checking.Off => Run<Off>(files, options),
            Checking.Contracts => Run<Contracts>(files, options),
            _ => Run<Full>(files, options),
        };
    }

    static TraceReport Run<TMode>(IReadOnlyList<string> files, RunOptions options)
        where TMode : struct, ICheckMode => options.Paging switch
        {
            PagingMode.I386 => Run<TMode, I386Paging>(files, options),
            PagingMode.Pae => Run<TMode, PaePaging>(files, options),
            _ => Run<TMode, FourLevelPaging>(files, options),
        };

    static TraceReport Run<TMode, TPaging>(IReadOnlyList<string> files, RunOptions options)
        where TMode : struct, ICheckMode
        where TPaging : struct, IPagingMode
    {
        using var run = new TraceRun<TMode, TPaging>(files, options);
        return run.ToTheEnd();
    }
}
