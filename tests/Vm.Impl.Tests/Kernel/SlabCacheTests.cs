using Vm.Kernel;

namespace Vm.Tests.Kernel;

public sealed class SlabCacheTests
{
    readonly SlabCache cache = new("thing", first: 5, count: 2);

    uint Alloc()
    {
        Assert.True(cache.TryAlloc(out var row));
        return row;
    }

    [Fact]
    public void TryAlloc_AllInUse_FailsUntilOneIsReturned()
    {
        Assert.Equal((5u, 6u), (Alloc(), Alloc()));
        Assert.False(cache.TryAlloc(out _));
        cache.Free(5);
        Assert.Equal(5u, Alloc());
        Assert.Equal(2, cache.InUse);
    }

    [Fact]
    public void Free_NotInUse_IsRefused()
    {
        Alloc();
        cache.Free(5);
        Assert.Equal("thing: structure 5 is not in use (Parameter 'row')", Assert.Throws<ArgumentException>(() => cache.Free(5)).Message);
        Assert.Throws<ArgumentException>(() => cache.Free(6));
        Assert.Throws<ArgumentException>(() => cache.Free(4));
    }
}
