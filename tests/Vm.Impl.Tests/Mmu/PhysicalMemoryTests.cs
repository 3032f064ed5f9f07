using Vm.Mmu;
using Vm.Paging;

namespace Vm.Tests.Mmu;

public sealed class PhysicalMemoryTests
{
    readonly PhysicalMemory memory = new(2);

    [Fact]
    public void Entry_Stored_IsLittleEndianInItsFrame()
    {
        memory.Entry(0x1008) = PageTableEntry.Of(0x8000_0000_0000_7027);
        Assert.Equal([0x27, 0x70, 0, 0, 0, 0, 0, 0x80], memory.Frame(1).Slice(8, 8).ToArray());
    }

    [Theory]
    [InlineData(0x2000, 1)]
    [InlineData(0x1fff, 2)]
    [InlineData(ulong.MaxValue, 1)]
    public void Bytes_BeyondTheEnd_AreABusError(ulong address, int count)
    {
        var stopped = Assert.Throws<BusErrorException>(() => memory.Bytes(address, count).Length);
        Assert.Equal(address, stopped.Address);
    }

    [Fact]
    public void Bytes_UpToTheEnd_AreThere() => Assert.Equal(1, memory.Bytes(0x1fff, 1).Length);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Frames_ImpossibleNumber_IsRefused(int frames) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhysicalMemory(frames));
}
