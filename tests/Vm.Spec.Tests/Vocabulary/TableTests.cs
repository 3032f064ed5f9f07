using System.Runtime.CompilerServices;
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

    [Fact]
    public void Index_OutsideOfTheTable_Stops()
    {
        var table = new Table<PageId, Page>(3);
        var failure = Assert.Throws<IndexOutOfRangeException>(() => table[new PageId(4)].Tabled);
        Assert.Equal("page 4 is outside of its table, which has 3 rows", failure.Message);
    }

    [Fact]
    public void Index_OfATableThatWasNotMade_Stops() =>
        Assert.Throws<NullReferenceException>(() => default(Table<PageId, Page>)[new PageId(0)].Tabled);

    /// <summary>A collection moves what is not pinned.</summary>
    [Fact]
    public void Row_OfATableThatIsGone_StaysWhereItIs()
    {
        ref var page = ref RowOfATableThatIsGone();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _ = new Table<PageId, Page>(3);
        Assert.Equal(7ul, page.Offset);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static ref Page RowOfATableThatIsGone()
        {
            ref var row = ref new Table<PageId, Page>(3)[new PageId(2)];
            row.Offset = 7;
            return ref row;
        }
    }
}
