using Vm.Paging;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>One run of traces on a machine.</summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
/// <typeparam name="TPaging">The paging mode.</typeparam>
sealed class TraceRun<TMode, TPaging> : IDisposable
    where TMode : struct, ICheckMode
    where TPaging : struct, IPagingMode
{
    /// <summary>Records that a program runs before it is the next one's turn.</summary>
    const int Turn = 256;

    /// <summary>Records between two calls of <see cref="RunOptions.Progress"/>, a power of two.</summary>
    const int ProgressInterval = 1 << 16;

    readonly RunOptions options;
    readonly TraceMachine<TMode, TPaging> machine;
    readonly MachineHistory history = new();
    readonly List<RunningProgram<TPaging>> programs = [];
    readonly List<TraceCensus> censuses = [];
    readonly List<SharedText> texts = [];
    readonly IReadOnlyList<string> files;
    long records;
    int mostWired;

    public TraceRun(IReadOnlyList<string> files, RunOptions options)
    {
        (this.files, this.options) = (files, options);
        machine = new TraceMachine<TMode, TPaging>(options.Frames, options.ForkAfter > 0 ? 2 * files.Count : files.Count, options.Wire, options.Processors);
        machine.Module.Checks.CheckEvery = options.CheckEvery;
        var textOf = options.SharesText ? files.Distinct().ToDictionary(file => file, OpenText) : [];
        foreach (var file in files) Begin(file, machine.Start(textOf.GetValueOrDefault(file), options.Wire));
    }

    /// <summary>Runs all programs, and reports what it took.</summary>
    public TraceReport ToTheEnd()
    {
        for (var turn = 0; programs.Count > 0;)
        {
            var program = programs[turn];
            if (TakeTurn(program))
            {
                turn = (turn + 1) % programs.Count;
                continue;
            }

            programs.Remove(program);
            program.Dispose();
            if (programs.Count == 0) break;

            machine.Exit(program.Task);
            turn %= programs.Count;
        }

        options.Progress?.Invoke(records);
        Sample();
        machine.Module.CheckInvariants();
        if (options.DumpFolder is { } folder)
        {
            // The program that ended last is still there.
            var last = machine.Tasks[0];
            last.Processor.Activate(last.Map);
            MachineDump.Write<TPaging>(folder, machine.Memory, last.Processor.Mmu.Control);
        }

        var report = Report();
        End();
        return report;
    }

    /// <returns>False if the program has ended.</returns>
    bool TakeTurn(RunningProgram<TPaging> program)
    {
        var (census, task) = (program.Census, program.Task);
        for (var i = 0; i < Turn; i++)
        {
            if (!program.Trace.TryRead(out var record))
            {
                if (census.TotalRecords == 0) throw new TraceException(program.File, program.Trace.Line, "the trace holds no records");
                return false;
            }

            census.Count(record);
            machine.Run(task, record);
            records++;
            if (records % ProgressInterval == 0) options.Progress?.Invoke(records);
            if (history.IsDue(records)) Sample();
            if (census.TotalRecords == options.ForkAfter && censuses.IndexOf(census) < files.Count)
                Begin(program.File, machine.Fork(task)).Behind(options.ForkAfter);
        }

        return true;
    }

    RunningProgram<TPaging> Begin(string file, MachineTask<TPaging> task)
    {
        var program = new RunningProgram<TPaging>(file, task, new TraceCensus());
        censuses.Add(program.Census);
        programs.Add(program);
        return program;
    }

    /// <summary>The pages of a trace that are fetched and never written.</summary>
    SharedText OpenText(string file)
    {
        var census = new TraceCensus();
        using var trace = LackeyTrace.Open(file);
        while (trace.TryRead(out var record)) census.Count(record);
        var text = machine.Open(census.TextPages());
        texts.Add(text);
        return text;
    }

    void Sample()
    {
        var s = machine.Module.State;
        mostWired = Math.Max(mostWired, machine.WiredPages);
        history.Add(new MachineSample(
            records, machine.ResidentPages, s.ActiveCount, s.InactiveCount, s.WireCount, machine.FreeFrames, machine.Faults.PageFaults));
    }

    /// <summary>Ends what still runs; then nobody has a page any more.</summary>
    void End()
    {
        foreach (var task in machine.Tasks.ToArray()) machine.Exit(task);
        foreach (var text in texts) machine.Close(text);
        machine.Module.CheckInvariants();
        Check.Assert<TMode>(machine.ResidentPages == 0 && machine.TablePages == 0);
    }

    TraceReport Report() => new()
    {
        Trace = string.Join(' ', files),
        Records = Sum(census => census.Records),
        RecordsTotal = records,
        BytesAccessed = censuses.Sum(census => census.BytesAccessed),
        PageReferences = censuses.Sum(census => census.PageReferences),
        PageCrossingRecords = Sum(census => census.CrossingRecords),
        PageCrossingTotal = censuses.Sum(census => census.CrossingRecords.Total),
        DistinctPages = censuses.Sum(census => census.DistinctPages),
        DistinctPagesFetched = censuses.Sum(census => census.DistinctPagesFetched),
        DistinctPagesRead = censuses.Sum(census => census.DistinctPagesRead),
        DistinctPagesWritten = censuses.Sum(census => census.DistinctPagesWritten),
        Tasks = censuses.Count,
        Frames = options.Frames,
        Paging = options.Paging,
        TlbHits = machine.TlbHits,
        TlbMisses = machine.TlbMisses,
        PageFaults = machine.Faults.PageFaults,
        ZeroFills = machine.Faults.ZeroFills,
        Pageins = machine.Faults.Pageins,
        MinorFaults = machine.Faults.MinorFaults,
        Copies = machine.Faults.Copies,
        DirtyEvictions = machine.DirtyEvictions,
        CleanEvictions = machine.CleanEvictions,
        TablePages = machine.TablePages,
        WiredPages = mostWired,
        LoadsChecked = machine.LoadsChecked,
        Mode = options.Mode,
        ChecksExecuted = machine.Module.Checks.Executed,
        Invariants = "intact",
        History = history.Samples,
    };

    CountByKind Sum(Func<TraceCensus, CountByKind> counts) =>
        censuses.Select(counts).Aggregate((one, other) => one + other);

    public void Dispose()
    {
        foreach (var program in programs) program.Dispose();
        machine.Dispose();
    }
}
