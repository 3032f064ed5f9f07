using Vm.Physical;
using Vm.Resident;
using Vm.Tests.Physical;
using Vm.Vocabulary;

namespace Vm.Tests.Resident;

/// <summary>The module's tables take memory before there is an allocator.</summary>
public sealed class StealMemoryTests
{
    readonly MachineBits map = new();

    ResidentModule<Full> Boot(int descriptorBytes, int bucketBytes) => ResidentModule<Full>.Bootstrap(
        [new BootSegment(0, 16, 2), new BootSegment(50, 66, 60)],
        new BootOptions { Objects = 1, Reserve = false, DescriptorBytes = descriptorBytes, BucketBytes = bucketBytes },
        map);

    [Fact]
    public void StealMemory_TwoTables_AreMappedOneBehindTheOther()
    {
        // 64 buckets of 100 bytes take two pages, 32 descriptors of 128 bytes one.
        var module = Boot(descriptorBytes: 128, bucketBytes: 100);
        Assert.Equal([60ul, 61, 62], map.KernelPages.Select(page => page.Frame));
        Assert.All(map.KernelPages.Zip(map.KernelPages.Skip(1)), pair =>
            Assert.Equal(pair.First.Address + ResidentState.PageSize, pair.Second.Address));
        Assert.Equal(map.KernelPages[^1].Address + ResidentState.PageSize, module.VirtualSpaceStart);
        Assert.Equal(14 + 3, module.MemFree);
        Assert.Equal([PageType.Reserved, PageType.Reserved, PageType.Table, PageType.Free], new ulong[] { 60, 61, 62, 63 }.Select(frame => TypeOf(module, frame)));
    }

    /// <summary>The frame of a hash bucket may be given to the allocator later, that of a descriptor may not.</summary>
    [Fact]
    public void Manage_OfThePageTable_StopsTheModule()
    {
        var module = Boot(descriptorBytes: 128, bucketBytes: 100);
        module.Manage(module.LookupPa(61 * ResidentState.PageSize));
        Assert.Equal(PageType.Free, TypeOf(module, 61));
        Assert.ThrowsAny<CheckFailedException>(() => module.Manage(module.LookupPa(62 * ResidentState.PageSize)));
    }

    static PageType TypeOf(ResidentModule<Full> module, ulong frame) =>
        module.State.Pages[module.LookupPa(frame * ResidentState.PageSize)].Type;

    [Fact]
    public void Bootstrap_WithFewerBuckets_HasThem() => Assert.Equal(
        2, ResidentModule<Full>.Bootstrap([new BootSegment(0, 16, 0)], new BootOptions { Objects = 1, Reserve = false, Buckets = 2 }).State.Buckets.Count);

    [Fact]
    public void StealMemory_SegmentUsedUp_TakesTheNext()
    {
        Boot(descriptorBytes: 8 * 128, bucketBytes: 0);
        Assert.Equal([60ul, 61, 62, 63, 64, 65, 2, 3], map.KernelPages.Select(page => page.Frame));
    }

    [Fact]
    public void StealMemory_MoreThanThereIs_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Boot(descriptorBytes: 4096, bucketBytes: 0));
}
