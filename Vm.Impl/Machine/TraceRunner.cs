using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>Runs a program's memory trace on the modeled machine.</summary>
public static class TraceRunner
{
    /// <summary>Records between two calls of <see cref="RunOptions.Progress"/>, a power of two.</summary>
    const int ProgressInterval = 1 << 16;

    /// <summary>Runs a trace from its beginning to its end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The machine cannot have so many frames.</exception>
    /// <exception cref="TraceException">The trace cannot be read.</exception>
    /// <exception cref="CheckFailedException">A clause is violated, or a load does not see the bytes stored last.</exception>
    public static TraceReport Run(string file, RunOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Frames, RunOptions.MostFrames);
        return options.Mode switch
        {
            Checking.Off => Run<Off>(file, options),
            Checking.Contracts => Run<Contracts>(file, options),
            _ => Run<Full>(file, options),
        };
    }

    static TraceReport Run<TMode>(string file, RunOptions options)
        where TMode : struct, ICheckMode
    {
        using var trace = LackeyTrace.Open(file);
        using var machine = new TraceMachine<TMode>(options.Frames);
        machine.Module.Checks.CheckEvery = options.CheckEvery;
        var census = new TraceCensus();
        while (trace.TryRead(out var record))
        {
            census.Count(record);
            machine.Run(record);
            if (census.TotalRecords % ProgressInterval == 0) options.Progress?.Invoke(census.TotalRecords);
        }

        if (census.TotalRecords == 0) throw new TraceException(file, trace.Line, "the trace holds no records");

        options.Progress?.Invoke(census.TotalRecords);
        machine.Module.CheckInvariants();
        if (options.DumpFolder is { } folder) MachineDump.Write(folder, machine.Memory, machine.Mmu.Control);
        return Report(file, options, census, machine);
    }

    static TraceReport Report<TMode>(string file, RunOptions options, TraceCensus census, TraceMachine<TMode> machine)
        where TMode : struct, ICheckMode => new()
        {
            Trace = file,
            Records = census.Records,
            RecordsTotal = census.TotalRecords,
            BytesAccessed = census.BytesAccessed,
            PageReferences = census.PageReferences,
            PageCrossingRecords = census.CrossingRecords,
            PageCrossingTotal = census.CrossingRecords.Total,
            DistinctPages = census.DistinctPages,
            DistinctPagesFetched = census.DistinctPagesFetched,
            DistinctPagesRead = census.DistinctPagesRead,
            DistinctPagesWritten = census.DistinctPagesWritten,
            Frames = options.Frames,
            TlbHits = machine.Mmu.TlbHits,
            TlbMisses = machine.Mmu.TlbMisses,
            PageFaults = machine.Faults.PageFaults,
            ZeroFills = machine.Faults.ZeroFills,
            Pageins = machine.Faults.Pageins,
            DirtyEvictions = machine.DirtyEvictions,
            CleanEvictions = machine.CleanEvictions,
            LoadsChecked = machine.LoadsChecked,
            Mode = options.Mode,
            ChecksExecuted = machine.Module.Checks.Executed,
            Invariants = "intact",
        };
}
