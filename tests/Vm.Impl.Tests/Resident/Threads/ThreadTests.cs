using System.Diagnostics;
using Vm.Resident;
using Vm.Tests.Resident.Model;
using Vm.Vocabulary;
using Xunit.Abstractions;

namespace Vm.Tests.Resident.Threads;

/// <summary>The module on real threads, under its locks.</summary>
public sealed class ThreadTests(ITestOutputHelper output)
{
    const int RoundsAtATime = 10;

    static readonly TimeSpan AWhile = TimeSpan.FromSeconds(LongRun.IsAsked ? 60 : 1);

    static readonly int Rounds = LongRun.IsAsked ? 1000 : 50;

    static readonly string[] Operations =
    [
        "Activate", "Alloc", "Convert", "Deactivate", "Free", "Grab", "GrabFictitious", "Insert", "PageWakeupDone", "Release",
        "ReleaseFictitious", "Remove", "Rename", "Replace", "Unwire", "Wire", "ask for data", "mark busy",
    ];

    [Fact]
    public void Operations_AtTheSameTime_KeepTheCatalogueAndLoseNoPage()
    {
        var crew = new Crew<Locks>(new LockRules());
        crew.Run(Rounds, steps: 2000);
        AssertAllHappened(crew, atLeast: 10);
    }

    [Fact]
    public void Operations_OneAfterTheOther_PassFullChecks()
    {
        var crew = new Crew<Full>(new LockRules(gate: new object()));
        crew.Run(Rounds / 10, steps: 500);
        AssertAllHappened(crew, atLeast: 1);
    }

    [Fact]
    public void Operations_AtTheSameTimeForAWhile_KeepTheirSteadyClausesAndTheOrderOfLocks() => RunForAWhile<Locks>(new LockRules());

    /// <summary>Some clauses look at what other threads change meanwhile, so here the threads take turns.</summary>
    [Fact]
    public void Operations_InTurnsForAWhile_KeepTheirContractsAndTheOrderOfLocks() =>
        RunForAWhile<Contracts>(new LockRules(gate: new object()));

    /// <summary>A minute, if a long run was asked for. Each round, the threads meet and the whole catalogue is checked.</summary>
    void RunForAWhile<TMode>(LockRules rules)
        where TMode : struct, ICheckMode
    {
        var crew = new Crew<TMode>(rules);
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        for (; clock.Elapsed < AWhile; rounds += RoundsAtATime) crew.Run(RoundsAtATime, steps: 500);

        var edges = LockOrderGraph.Edges(typeof(ResidentLock));
        Assert.Empty(LockOrderGraph.Cycle(edges));
        Assert.Contains(edges, edge => (edge.Outer, edge.Inner) == ("Object", "PageQueues"));
        var operations = crew.Workers.Sum(worker => worker.Done.Values.Sum());
        output.WriteLine($"{operations} operations in {rounds} rounds, {clock.Elapsed.TotalSeconds:0} s; {edges.Count} edges, no cycle; about {crew.ClausesChecked} clauses");
        foreach (var edge in edges) output.WriteLine($"{edge.Outer} -> {edge.Inner}: {edge.Place}");
    }

    [Theory]
    [InlineData(ResidentLock.Object)]
    [InlineData(ResidentLock.PageQueues)]
    public void CallersThatForgetALock_AreStopped(ResidentLock forgotten)
    {
        var crew = new Crew<Locks>(new LockRules(forgotten: forgotten));
        var stopped = Assert.Throws<CheckFailedException>(() => crew.Run(rounds: 1, steps: 1000));
        Assert.StartsWith($"MustHold({forgotten}", stopped.Clause);
    }

    static void AssertAllHappened<TMode>(Crew<TMode> crew, int atLeast)
        where TMode : struct, ICheckMode
    {
        foreach (var operation in Operations)
            Assert.True(crew.Workers.Sum(worker => worker.Done.GetValueOrDefault(operation)) >= atLeast, operation);
        Assert.True(crew.Workers.Sum(worker => worker.Slept) >= atLeast, "nobody waited");
    }
}
