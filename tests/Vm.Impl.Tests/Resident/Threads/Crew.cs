using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Threads;

/// <summary>
/// Four threads on one module. After each round they meet: the world stands still, the whole catalogue is checked, and the pages
/// are counted.
/// </summary>
sealed class Crew<TMode>
    where TMode : struct, ICheckMode
{
    const int Threads = 4, Frames = 40, FictitiousPages = 10;

    /// <summary>Nobody sleeps so long; it is not a time that anything is measured by.</summary>
    static readonly TimeSpan ForEver = TimeSpan.FromMinutes(2);

    readonly ResidentModule<TMode> module = ResidentModule<TMode>.Bootstrap(
        [new BootSegment(0, Frames / 2, 0), new BootSegment(Frames, Frames + Frames / 2, Frames)],
        new BootOptions { Objects = 3, FictitiousPages = FictitiousPages, Reserve = false });

    readonly List<Worker<TMode>> workers;
    readonly CancellationTokenSource stop = new();
    Exception? failure;

    public Crew(LockRules rules)
    {
        for (var i = 0; i < FictitiousPages / ResidentModule<TMode>.FictitiousQuantum; i++) module.MoreFictitious();
        ObjectId[] objects = [module.CreateObject(true, 1 << 20), module.CreateObject(false, 1 << 20), module.CreateObject(true, 1 << 20)];
        workers = [.. Enumerable.Range(0, Threads).Select(i => new Worker<TMode>(module, objects, (uint)i, rules))];
    }

    public IReadOnlyList<Worker<TMode>> Workers => workers;

    /// <summary>How many clauses were evaluated, about.</summary>
    public long ClausesChecked => module.Checks.Executed;

    /// <summary>Runs all rounds.</summary>
    /// <exception cref="CheckFailedException">A check stopped a thread or failed while the world stood still.</exception>
    /// <exception cref="TimeoutException">A thread did not come back.</exception>
    public void Run(int rounds, int steps)
    {
        using var meeting = new Barrier(Threads, _ => CheckStandingStill());
        var threads = workers.Select(worker => Start(worker, rounds, steps, meeting)).ToList();
        var deadline = DateTime.UtcNow + ForEver;
        foreach (var thread in threads)
        {
            while (!thread.Join(10) && failure is null)
            {
                if (DateTime.UtcNow > deadline) throw new TimeoutException($"a thread did not come back in {ForEver}: {Describe()}");
            }
        }

        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    Thread Start(Worker<TMode> worker, int rounds, int steps, Barrier meeting)
    {
        var thread = new Thread(() =>
        {
            try
            {
                for (var round = 0; round < rounds; round++)
                {
                    worker.Run(steps);
                    meeting.SignalAndWait(stop.Token);
                }
            }
            catch (OperationCanceledException) { }
            catch (Exception exception)
            {
                // The first failure is the cause; others follow from it.
                Interlocked.CompareExchange(ref failure, (exception as BarrierPostPhaseException)?.InnerException ?? exception, null);
                stop.Cancel();
            }
        })
        { IsBackground = true };
        thread.Start();
        return thread;
    }

    void CheckStandingStill()
    {
        module.CheckInvariants("standing still");

        var state = module.State;
        var free = state.Pages.Count(mem => state.Pages[mem].Free);
        var tabled = state.Pages.Count(mem => state.Pages[mem].Tabled);
        var held = workers.Sum(worker => worker.Held.Count);
        Assert.Equal(state.Pages.Count, free + tabled + held);
        Assert.DoesNotContain(state.Pages, mem => state.Pages[mem].Wanted);
    }

    string Describe() => string.Join("; ", workers.Select((worker, i) => $"thread {i} {worker.Doing}"));
}
