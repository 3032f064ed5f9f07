using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

public sealed class SelectorTests
{
    // One frame in each of the four segments.
    readonly ResidentModule<Full> module = ResidentModule<Full>.Bootstrap(
        [new(0, 1, 0), new(1, 2, 1), new(2, 3, 2), new(3, 4, 3)], new BootOptions { Objects = 1, Reserve = false });

    [Theory]
    [InlineData(Selector.Dma, new uint[] { 1 })]
    [InlineData(Selector.Dma32, new uint[] { 2, 1 })]
    [InlineData(Selector.DirectMap, new uint[] { 3, 2, 1 })]
    [InlineData(Selector.HighMem, new uint[] { 4, 3, 2, 1 })]
    public void GrabContig_Selector_TakesFromItsSegmentAndThoseBelow(uint selector, uint[] pages)
    {
        foreach (var page in pages) Assert.Equal(new PageId(page), module.GrabContig(1, selector));
        Assert.True(module.GrabContig(1, selector).IsNull);
    }
}
