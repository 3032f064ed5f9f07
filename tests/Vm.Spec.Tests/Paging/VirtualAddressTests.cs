using Vm.Paging;

namespace Vm.Tests.Paging;

public sealed class VirtualAddressTests
{
    [Fact]
    public void Parts_OfAnAddress_AreItsIndices()
    {
        var va = VirtualAddress.Of(0xffff_9234_0060_5abc);

        Assert.Equal(292, va.RootIndex);
        Assert.Equal(208, va.PointerIndex);
        Assert.Equal(3, va.DirectoryIndex);
        Assert.Equal(5, va.TableIndex);
        Assert.Equal(0xabc, va.Offset);
        Assert.Equal(0xffff, va.Sign);
        Assert.Equal([5, 3, 208, 292], Enumerable.Range(1, 4).Select(level => va.Index(level)));
        Assert.Equal(0x000f_fff9_2340_0605UL, va.PageNumber);
    }

    [Fact]
    public void Parts_PutTogether_GiveTheAddress()
    {
        var va = VirtualAddress.Of(0xffff_9234_0060_5abc);
        var again = new VirtualAddress
        {
            Offset = va.Offset,
            TableIndex = va.TableIndex,
            DirectoryIndex = va.DirectoryIndex,
            PointerIndex = va.PointerIndex,
            RootIndex = va.RootIndex,
            Sign = va.Sign,
        };

        Assert.Equal(va.Value, again.Value);
    }

    [Theory]
    [InlineData(0x0000_0000_0000_0000, true)]
    [InlineData(0x0000_7fff_ffff_ffff, true)]
    [InlineData(0x0000_8000_0000_0000, false)]
    [InlineData(0xffff_7fff_ffff_ffff, false)]
    [InlineData(0xffff_8000_0000_0000, true)]
    [InlineData(0x0001_0000_0000_0000, false)]
    public void IsCanonical_AtTheBorders_IsAsTheProcessorSays(ulong value, bool expected) =>
        Assert.Equal(expected, VirtualAddress.Of(value).IsCanonical);

    [Fact]
    public void UserEnd_IsTheFirstAddressThatIsNotCanonical()
    {
        Assert.True(VirtualAddress.Of(VirtualAddress.UserEnd - 1).IsCanonical);
        Assert.False(VirtualAddress.Of(VirtualAddress.UserEnd).IsCanonical);
    }
}
