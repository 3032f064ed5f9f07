using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Threads;

/// <summary>
/// The must-fail twin of the threads' checks: a race that no lock clause stops is seen when the world stands still. The order of
/// the two threads' steps is made here, because a race that two processors must bring about comes when it likes.
/// </summary>
public sealed class RaceTests
{
    readonly ResidentModule<Off> module = ResidentModule<Off>.Bootstrap(new BootSegment(0, 8, 0), objects: 2);

    [Fact]
    public void WiringWithoutTheQueuesLock_InOffMode_IsSeenByTheCatalogue()
    {
        var pages = Enumerable.Range(0, 2).Select(_ => module.CreateObject(true, ResidentState.PageSize)).Select(Alloc).ToList();
        module.CheckInvariants();

        var readByTheFirst = module.State.WireCount;
        module.Wire(pages[1]);
        module.State.WireCount = readByTheFirst;
        module.Wire(pages[0]);

        Assert.Equal("WireCount", Assert.Throws<CheckFailedException>(() => module.CheckInvariants()).Clause);
    }

    PageId Alloc(ObjectId obj)
    {
        using (module.State.Objects[obj].Lock.Enter()) return module.Alloc(obj, 0);
    }
}
