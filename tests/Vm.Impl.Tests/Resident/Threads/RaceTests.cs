using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Threads;

/// <summary>The must-fail twin of the threads' checks: a race that no lock clause stops is seen when the world stands still.</summary>
public sealed class RaceTests
{
    const int Wirings = 100_000, Attempts = 1000;

    readonly ResidentModule<Off> module = ResidentModule<Off>.Bootstrap(new BootSegment(0, 8, 0), objects: 2);

    [Fact]
    public void WiringWithoutTheQueuesLock_InOffMode_IsSeenByTheCatalogue()
    {
        var pages = Enumerable.Range(0, 2).Select(_ => module.CreateObject(true, ResidentState.PageSize)).Select(Alloc).ToList();
        for (var i = 0; i < Attempts && module.State.WireCount == 0; i++) WireAtTheSameTime(pages);
        Assert.Equal("WireCount", Assert.Throws<CheckFailedException>(() => module.CheckInvariants()).Clause);
    }

    PageId Alloc(ObjectId obj)
    {
        using (module.State.Objects[obj].Lock.Enter()) return module.Alloc(obj, 0);
    }

    /// <summary>Each page has a thread that wires and unwires it; all of them count in the same place.</summary>
    void WireAtTheSameTime(List<PageId> pages)
    {
        var threads = pages.ConvertAll(mem => new Thread(() =>
        {
            for (var i = 0; i < Wirings; i++)
            {
                module.Wire(mem);
                module.Unwire(mem);
            }
        }));
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }
}
