using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vm.Resident;

namespace Vm.Tests.Resident;

/// <summary>What a probe of the hash table costs: the size of its rows, the lines it touches, the length of the chains.</summary>
public sealed class TableLayoutTests
{
    const int CacheLine = 64;

    [Fact]
    public void Rows_OfPagesAndBuckets_TakeFortyEightAndEightBytes() =>
        Assert.Equal((48, 8), (Unsafe.SizeOf<Page>(), Unsafe.SizeOf<Bucket>()));

    /// <summary>A probe reads the link, the object and the offset.</summary>
    [Fact]
    public void Key_OfEveryPage_LiesInOneCacheLine()
    {
        var state = new ResidentState(pages: 64, objects: 1, buckets: 64, segments: 1);
        Assert.All(state.Pages, mem =>
        {
            var row = Address(ref state.Pages[mem]);
            var (first, last) = Key(state, mem);
            Assert.Equal((row + first) / CacheLine, (row + last) / CacheLine);
        });
    }

    [Fact]
    public void Bucket_OfEveryNumber_LiesInOneCacheLine()
    {
        var state = new ResidentState(pages: 64, objects: 1, buckets: 64, segments: 1);
        Assert.All(state.Buckets, bucket => Assert.Equal(0, Address(ref state.Buckets[bucket]) % Unsafe.SizeOf<Bucket>()));
    }

    [Fact]
    public void Chains_OfAThousandLargeObjects_AreShort()
    {
        var state = new ResidentState(pages: 1, objects: 1, buckets: LargeTable, segments: 1);
        var (probes, longest) = Chains((obj, page) => ResidentHash.Hash(state, new ObjectId(obj), page * ResidentState.PageSize).V);
        Assert.InRange(probes, 1, 1.7);
        Assert.InRange(longest, 1, 4);
    }

    [Theory]
    [InlineData(16, 32)]
    [InlineData(17, 64)]
    [InlineData(1 << 20, 1 << 21)]
    public void BucketsFor_Frames_AreTwoForEachOrMore(int frames, int buckets) => Assert.Equal(buckets, ResidentHash.BucketsFor(frames));

    /// <summary>The original adds the object's address and the page's index, so neighbouring objects share their buckets.</summary>
    [Fact]
    public void Chains_OfAThousandLargeObjectsAsInTheOriginal_AreLong()
    {
        const uint bytesOfAnObject = 208;
        Assert.InRange(Chains((obj, page) => (obj * bytesOfAnObject + (uint)page) & (LargeTable - 1)).Probes, 2.5, 10);
    }

    const int LargeTable = 1 << 20;

    /// <summary>Pages that a hit looks at on average, and at most, with 1,024 objects of 1,024 pages in as many buckets as pages.</summary>
    static (double Probes, int Longest) Chains(Func<uint, ulong, uint> hash)
    {
        var length = new int[LargeTable];
        for (var obj = 1u; obj <= 1024; obj++)
        {
            for (var page = 0ul; page < 1024; page++) length[hash(obj, page)]++;
        }

        return (length.Sum(n => n * (n + 1) / 2.0) / LargeTable, length.Max());
    }

    /// <summary>Where the key of a page lies in its row: the first and the last byte that one of its three fields changes.</summary>
    static (int First, int Last) Key(ResidentState state, PageId mem)
    {
        ref Page page = ref state.Pages[mem];
        (page.Next, page.Object, page.Offset) = (new(uint.MaxValue), new(uint.MaxValue), ulong.MaxValue);
        var bytes = MemoryMarshal.AsBytes(new Span<Page>(ref page)).ToArray();
        page = default;
        return (Array.IndexOf(bytes, byte.MaxValue), Array.LastIndexOf(bytes, byte.MaxValue));
    }

    static long Address<T>(ref T row) => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref row);
}
