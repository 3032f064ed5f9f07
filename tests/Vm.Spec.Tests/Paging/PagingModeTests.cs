using Vm.Paging;

namespace Vm.Tests.Paging;

/// <summary>What the modes take an address and an entry apart into, against numbers worked out by hand.</summary>
public sealed class PagingModeTests
{
    static readonly ControlRegisters Control = new();

    [Fact]
    public void Index_OfEachLevel_IsTheAddressBits()
    {
        Assert.Equal([0x069, 0x212], Indices<I386Paging>(0x8486_9abc));
        Assert.Equal([0x1ff, 0x001, 3], Indices<PaePaging>(0xc03f_fabc));
        Assert.Equal([5, 3, 208, 292], Indices<FourLevelPaging>(0xffff_9234_0060_5abc));
    }

    [Fact]
    public void WithIndex_OfEachLevel_PutsTheAddressTogether()
    {
        Assert.Equal(0x8486_9abcUL, Again<I386Paging>(0x8486_9abc).Value);
        Assert.Equal(0xc03f_fabcUL, Again<PaePaging>(0xc03f_fabc).Value);
        Assert.Equal(0xffff_9234_0060_5abcUL, Again<FourLevelPaging>(0xffff_9234_0060_5abc).Value);
        Assert.Equal(0x0000_1234_0060_5abcUL, Again<FourLevelPaging>(0x0000_1234_0060_5abc).Value);
    }

    [Theory]
    [InlineData(0x0000_0000_0000_0000, true)]
    [InlineData(0x0000_7fff_ffff_ffff, true)]
    [InlineData(0x0000_8000_0000_0000, false)]
    [InlineData(0xffff_7fff_ffff_ffff, false)]
    [InlineData(0xffff_8000_0000_0000, true)]
    [InlineData(0x0001_0000_0000_0000, false)]
    public void IsCanonical_AtTheBorders_IsAsTheProcessorSays(ulong value, bool expected) =>
        Assert.Equal(expected, FourLevelPaging.IsCanonical(VirtualAddress.Of(value)));

    [Fact]
    public void IsCanonical_OfThirtyTwoBits_NeedsAnEmptyUpperHalf()
    {
        Assert.True(I386Paging.IsCanonical(VirtualAddress.Of(uint.MaxValue)));
        Assert.False(PaePaging.IsCanonical(VirtualAddress.Of(1UL << 32)));
    }

    [Fact]
    public void Reserved_InEachKind_IsWhatTheManualSays()
    {
        Assert.Equal(0UL, I386Paging.Reserved(1, true, Control).Value);
        Assert.Equal(0UL, I386Paging.Reserved(2, false, Control).Value);
        Assert.Equal(0x0020_0000UL, I386Paging.Reserved(2, true, Control).Value);
        Assert.Equal(0x003f_e000UL, I386Paging.Reserved(2, true, Control with { PhysicalAddressBits = 32 }).Value);
        Assert.Equal(0xffff_ff00_0000_01e6UL, PaePaging.Reserved(3, false, Control).Value);
        Assert.Equal(0x7fff_ff00_0000_0000UL, PaePaging.Reserved(2, false, Control).Value);
        Assert.Equal(0x7fff_ff00_001f_e000UL, PaePaging.Reserved(2, true, Control).Value);
        Assert.Equal(0x7fff_ff00_0000_0000UL, PaePaging.Reserved(1, true, Control).Value);
        Assert.Equal(0x000f_ff00_0000_0080UL, FourLevelPaging.Reserved(4, false, Control).Value);
        Assert.Equal(0x000f_ff00_0000_0000UL, FourLevelPaging.Reserved(3, false, Control).Value);
        Assert.Equal(0x000f_ff00_3fff_e000UL, FourLevelPaging.Reserved(3, true, Control).Value);
        Assert.Equal(0x000f_ff00_001f_e000UL, FourLevelPaging.Reserved(2, true, Control).Value);
        Assert.Equal(0x800f_ff00_0000_0000UL, FourLevelPaging.Reserved(1, true, Control with { NoExecuteEnable = false }).Value);
    }

    [Fact]
    public void PageFrame_OfALargePage_LeavesItsOtherBitsOut()
    {
        // PSE-36: bits 32 to 39 of the address are bits 13 to 20 of the entry.
        Assert.Equal(0xab_1200_0000UL >> 12, I386Paging.PageFrame(PageTableEntry.Of(0x1200_0000 | (0xabUL << 13) | 0x1083), 2));
        Assert.Equal(0x12_3460_0000UL >> 12, PaePaging.PageFrame(PageTableEntry.Of(0x8000_0012_3460_1087), 2));
        Assert.Equal(0x12_4000_0000UL >> 12, FourLevelPaging.PageFrame(PageTableEntry.Of(0x8000_0012_4000_1087), 3));
    }

    static int[] Indices<TMode>(ulong va) where TMode : struct, IPagingMode =>
        [.. Enumerable.Range(1, TMode.Levels).Select(level => TMode.Index(VirtualAddress.Of(va), level))];

    static VirtualAddress Again<TMode>(ulong va) where TMode : struct, IPagingMode =>
        Enumerable.Range(1, TMode.Levels).Aggregate(
            VirtualAddress.Of(va & 0xfff), (made, level) => TMode.WithIndex(made, level, TMode.Index(VirtualAddress.Of(va), level)));
}
