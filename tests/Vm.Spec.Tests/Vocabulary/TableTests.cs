using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Vocabulary;

public sealed class TableTests
{
    [Fact]
    public void Enumerate_NullableHandle_StartsAtOne()
    {
        var table = new Table<PageId, Page>(3);
        Assert.Equal(3, table.Count);
        Assert.Equal([new PageId(1), new PageId(2), new PageId(3)], table);
    }

    [Fact]
    public void Enumerate_NonNullableHandle_StartsAtZero() =>
        Assert.Equal([new BucketId(0), new BucketId(1)], new Table<BucketId, Bucket>(2));

    [Fact]
    public void Index_ByRef_WritesTheRow()
    {
        var table = new Table<PageId, Page>(3);
        ref Page page = ref table[new PageId(2)];
        page.Tabled = true;
        Assert.True(table[new PageId(2)].Tabled);
        Assert.False(table[new PageId(3)].Tabled);
    }
}
