using Vm.Paging;

namespace Vm.Tests.Paging;

public sealed class PageFaultErrorTests
{
    [Fact]
    public void Value_OfEachFlag_IsTheProcessorsBit()
    {
        Assert.Equal(0x01u, new PageFaultError { Present = true }.Value);
        Assert.Equal(0x02u, new PageFaultError { Write = true }.Value);
        Assert.Equal(0x04u, new PageFaultError { User = true }.Value);
        Assert.Equal(0x08u, new PageFaultError { Reserved = true }.Value);
        Assert.Equal(0x10u, new PageFaultError { Fetch = true }.Value);
    }

    [Fact]
    public void ToString_OfAFault_SaysReasonAndAccess() =>
        Assert.Equal(
            "protection, user write", new PageFaultError { Present = true, Write = true, User = true }.ToString());
}
