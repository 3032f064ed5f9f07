using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Transitions;

/// <summary>The operations of the boot.</summary>
public sealed class BootTransitionTests : TransitionStory
{
    static ResidentState New()
    {
        var state = new ResidentState(pages: 4, objects: 1, buckets: 4, segments: 2) { PhysicalPages = 3 };
        Describe(state, 0, first: 1, start: 16, end: 18);
        Describe(state, 1, first: 3, start: 32, end: 33);
        return state;
    }

    static void Describe(ResidentState state, uint id, uint first, ulong start, ulong end)
    {
        ref Segment segment = ref state.Segments[new SegmentId(id)];
        (segment.FirstPage, segment.StartFrame, segment.EndFrame) = (new PageId(first), start, end);
    }

    [Fact]
    public Task SetUp()
    {
        var state = New();
        Case("two segments, and a page of none", state, new ResidentModule<Full>(state).SetUp);
        return Verified();
    }

    [Fact]
    public void SetUp_PagesInUse_Stops()
    {
        var state = New();
        new ResidentModule<Off>(state).MakeFictitious(new PageId(4));

        Assert.Equal("IsNew", Assert.Throws<CheckFailedException>(new ResidentModule<Full>(state).SetUp).Clause);
    }
}
