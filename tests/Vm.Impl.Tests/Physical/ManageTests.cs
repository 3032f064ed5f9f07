using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

public sealed class ManageTests
{
    // The boot loader kept the first four of eight frames.
    readonly ResidentModule<Full> module = ResidentModule<Full>.Bootstrap(new BootSegment(0, 8, 4), 1);

    [Fact]
    public void Manage_ReservedPages_AreAllocatedWithTheirBuddies()
    {
        for (uint i = 1; i <= 4; i++) module.Manage(new PageId(i));

        Assert.Equal(8, module.State.Segments[new SegmentId(0)].FreeCount);
        Assert.Equal(new PageId(1), module.GrabContig(8 * ResidentState.PageSize, Selector.DirectMap));
    }

    [Fact]
    public void Manage_PageOfTheAllocator_Stops() =>
        Assert.Equal("IsReserved", Assert.Throws<CheckFailedException>(() => module.Manage(new PageId(5))).Clause);
}
