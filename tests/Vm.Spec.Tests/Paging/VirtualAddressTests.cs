using Vm.Paging;

namespace Vm.Tests.Paging;

public sealed class VirtualAddressTests
{
    [Fact]
    public void UserEnd_IsTheFirstAddressThatIsNotCanonical()
    {
        Assert.True(FourLevelPaging.IsCanonical(VirtualAddress.Of(VirtualAddress.UserEnd - 1)));
        Assert.False(FourLevelPaging.IsCanonical(VirtualAddress.Of(VirtualAddress.UserEnd)));
    }

    [Fact]
    public void Parts_OfAnAddress_AreItsPageAndOffset()
    {
        var va = VirtualAddress.Of(0xffff_9234_0060_5abc);
        Assert.Equal(0x000f_fff9_2340_0605UL, va.PageNumber);
        Assert.Equal(0xabc, va.Offset);
    }
}
