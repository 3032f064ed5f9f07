using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

public sealed class PhysicalTableTests
{
    const ulong PageSize = ResidentState.PageSize;

    readonly ResidentModule<Full> module = ResidentModule<Full>.Bootstrap(
        [new BootSegment(0, 8, 0), new BootSegment(100, 116, 104)], new BootOptions { Objects = 1, Reserve = false });

    [Theory]
    [InlineData(0u, 1u), InlineData(7u, 8u), InlineData(100u, 9u), InlineData(115u, 24u)]
    public void LookupPa_FrameOfASegment_IsItsPage(uint frame, uint page)
    {
        Assert.Equal(new PageId(page), module.LookupPa(frame * PageSize + 17));
        Assert.Equal(page - 1, module.TableIndex(frame * PageSize));
    }

    [Fact]
    public void LookupPa_NoSegment_IsNull() => Assert.True(module.LookupPa(8 * PageSize).IsNull);

    [Fact]
    public void TableIndex_NoSegment_Panics() =>
        Assert.Equal("vm_page_table_index", Assert.Throws<PanicException>(() => module.TableIndex(99 * PageSize)).Function);

    [Fact]
    public void Sizes_OfAllSegments_AreSums()
    {
        Assert.Equal(24u, module.TableSize);
        Assert.Equal(24 * PageSize, module.MemSize);
        Assert.Equal(20, module.MemFree);
    }

    [Theory]
    [InlineData(0u, 8u), InlineData(1u, 116u), InlineData(3u, 116u)]
    public void SegmentEnd_Selector_IsOfItsSegmentOrTheLast(uint selector, uint end) =>
        Assert.Equal(end * PageSize, module.SegmentEnd(selector));

    [Fact]
    public void SegmentName_OfEach_IsTheOriginals()
    {
        Assert.Equal(["DMA", "DMA32", "DIRECTMAP", "HIGHMEM"], Enumerable.Range(0, 4).Select(i => ResidentModule<Full>.SegmentName((uint)i)));
        Assert.Equal("vm_page_seg_name", Assert.Throws<PanicException>(() => ResidentModule<Full>.SegmentName(4)).Function);
    }

    [Fact]
    public void InfoAll_Segments_HasTwoLinesEach() => Assert.Equal(
        [
            "DMA: pages: 8 (0M), free: 8 (0M)", "DMA: min: -1 low: -1 high: -1",
            "DMA32: pages: 16 (0M), free: 12 (0M)", "DMA32: min: -1 low: -1 high: -1",
        ],
        module.InfoAll());
}
