using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Threads;

/// <summary>The must-fail twin of the threads' checks: a race that no lock clause stops is seen when the world stands still.</summary>
public sealed class RaceTests
{
    const int PagesEach = 20_000, Attempts = 1000;

    [Fact]
    public void WiringWithoutTheQueuesLock_InOffMode_IsSeenByTheCatalogue()
    {
        var raced = Enumerable.Range(0, Attempts).Select(_ => WireOnTwoThreads()).First(HasLostCounts);
        Assert.Equal("WireCount", Assert.Throws<CheckFailedException>(() => raced.CheckInvariants()).Clause);
    }

    static bool HasLostCounts(ResidentModule<Off> module) => module.State.WireCount != 2 * PagesEach;

    /// <summary>Two threads wire pages of their own, and both add to one count.</summary>
    static ResidentModule<Off> WireOnTwoThreads()
    {
        var module = ResidentModule<Off>.Bootstrap(new BootSegment(0, 2 * PagesEach, 0), objects: 1);
        var pages = Enumerable.Range(0, 2 * PagesEach).Select(_ => module.Grab()).ToList();
        using var start = new Barrier(2);
        var threads = pages.Chunk(PagesEach).Select(own => new Thread(() =>
        {
            start.SignalAndWait();
            Array.ForEach(own, module.Wire);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return module;
    }
}
