using Vm.Resident;
using Vm.Tests.Resident.Model;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Threads;

/// <summary>The module on real threads, under its locks.</summary>
public sealed class ThreadTests
{
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
