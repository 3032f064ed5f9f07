using Vm.Paging;

namespace Vm.Machine;

/// <summary>A trace that is being run: where it is, and what it has contained so far.</summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
/// <param name="file">The trace.</param>
/// <param name="task">The task that runs it.</param>
/// <param name="census">What it contained.</param>
sealed class RunningProgram<TPaging>(string file, MachineTask<TPaging> task, TraceCensus census) : IDisposable
    where TPaging : struct, IPagingMode
{
    public LackeyTrace Trace { get; } = LackeyTrace.Open(file);

    public string File => file;

    public MachineTask<TPaging> Task => task;

    public TraceCensus Census => census;

    /// <summary>Goes to behind the first records, which its parent has run.</summary>
    public RunningProgram<TPaging> Behind(long records)
    {
        for (var i = 0L; i < records; i++) Trace.TryRead(out _);
        return this;
    }

    public void Dispose() => Trace.Dispose();
}
