using Vm.Kernel;
using Vm.Physical;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Makes the module for one segment without a reserve, whose available frames are all free.</summary>
    /// <inheritdoc cref="Bootstrap(IReadOnlyList{BootSegment}, BootOptions, IPhysicalMap?, IEvents?, IModuleEvents?)"/>
    public static ResidentModule<TMode> Bootstrap(
        BootSegment segment, int objects, IPhysicalMap? map = null, IEvents? events = null) =>
        Bootstrap([segment], new BootOptions { Objects = objects, Reserve = false }, map, events);

    /// <summary>
    /// Makes the module for the physical memory (<c>vm_page_bootstrap</c>, <c>vm_page_setup</c>): a descriptor for each frame, a
    /// hash table with as many buckets as the options say or the frames ask for, and the available frames free, less those that the two
    /// tables take.
    /// </summary>
    /// <param name="segments">The segments, lowest priority first, at most four (<c>vm_page_boot_segs</c>).</param>
    /// <param name="options">What the module is made for.</param>
    /// <param name="map">The machine layer, or none.</param>
    /// <param name="events">Where threads sleep and are woken.</param>
    /// <param name="observer">Told what the module asks of its neighbours, or none.</param>
    /// <exception cref="ArgumentException">A segment is empty, too small, or its available part lies outside of it; or the tables do not fit.</exception>
    public static ResidentModule<TMode> Bootstrap(
        IReadOnlyList<BootSegment> segments, BootOptions options,
        IPhysicalMap? map = null, IEvents? events = null, IModuleEvents? observer = null)
    {
        Validate(segments, options);
        var pages = segments.Sum(segment => segment.Size);
        var buckets = options.Buckets ?? ResidentHash.BucketsFor(pages);
        var state = new ResidentState(pages + options.FictitiousPages, options.Objects, buckets, segments.Count)
        {
            PhysicalPages = (uint)pages,
        };
        var module = new ResidentModule<TMode>(state, map, events, observer)
        {
            bootMemory = new BootMemory(segments),
            evictionsAtATime = options.EvictionsAtATime,
        };
        module.StealMemory((ulong)buckets * (ulong)options.BucketBytes);
        module.SetUp(segments, options);
        module.ModuleInit();

        if (TMode.Full) module.CheckInvariants(nameof(Bootstrap));
        return module;
    }

    /// <summary>Makes the page table and gives the segments' memory to the allocator.</summary>
    void SetUp(IReadOnlyList<BootSegment> segments, BootOptions options)
    {
        var memory = bootMemory!;
        var others = memory.Taken.Count;
        StealMemory(s.PhysicalPages * (ulong)options.DescriptorBytes);
        bootMemory = null;

        var first = new PageId(1);
        for (var i = 0; i < segments.Count; i++)
        {
            Describe(new SegmentId((uint)i), segments[i], first, options);
            first = new PageId(first.V + (uint)segments[i].Size);
        }

        SetUp();
        for (var i = 0; i < segments.Count; i++) FreeFrom(new SegmentId((uint)i), memory.Available(i));
        foreach (var frame in memory.Taken.Skip(others)) MarkTable(LookupPa(frame * ResidentState.PageSize));
    }

    /// <summary>Refuses what no memory looks like (<c>vm_page_check_boot_segs</c>).</summary>
    static void Validate(IReadOnlyList<BootSegment> segments, BootOptions options)
    {
        if (segments.Count is 0 or > ResidentState.MaxSegments)
            throw new ArgumentException($"{segments.Count} segments; there are 1 to {ResidentState.MaxSegments}", nameof(segments));

        foreach (var segment in segments)
        {
            if (segment.StartFrame >= segment.EndFrame
                || segment.AvailableFrame < segment.StartFrame || segment.AvailableFrame > segment.EndFrame)
            {
                throw new ArgumentException($"{segment} is empty or its available part lies outside of it", nameof(segments));
            }

            if (options is { Reserve: true, Targets: null } && segment.Size < Thresholds.MinSegmentPages)
            {
                throw new ArgumentException(
                    $"{segment} is too small for a reserve, which takes {Thresholds.MinSegmentPages} pages", nameof(segments));
            }
        }
    }

    /// <summary>Gives a segment and its processors' pools the values that never change (<c>vm_page_seg_init</c>).</summary>
    void Describe(SegmentId id, BootSegment boot, PageId first, BootOptions options)
    {
        ref Segment segment = ref s.Segments[id];
        segment.StartFrame = boot.StartFrame;
        segment.EndFrame = boot.EndFrame;
        segment.FirstPage = first;
        (segment.MinFree, segment.LowFree, segment.HighFree) =
            boot.Targets ?? options.Targets ?? (options.Reserve ? Thresholds.ReserveOf(boot.Size) : Thresholds.NoReserve);

        for (uint processor = 0; processor < ResidentState.MaxProcessors; processor++)
        {
            ref Pool pool = ref s.Pools[new PoolId(id.V * ResidentState.MaxProcessors + processor)];
            pool.Size = Thresholds.PoolSize(boot.Size);
            pool.TransferSize = Thresholds.TransferSize(pool.Size);
        }
    }

    /// <summary>Says of a page that it holds a part of the page table.</summary>
    void MarkTable(PageId mem)
    {
        Check.Assert<TMode>(s.Pages[mem].Type == PageType.Reserved);
        s.Pages[mem].Type = PageType.Table;
    }

    /// <summary>Frees the pages of a segment from a frame on.</summary>
    void FreeFrom(SegmentId id, ulong available)
    {
        ref Segment segment = ref s.Segments[id];
        for (var frame = available; frame < segment.EndFrame; frame++)
        {
            var mem = new PageId(segment.FirstPage.V + (uint)(frame - segment.StartFrame));
            SetFree(mem, 0, true);
            FreeToBuddy(id, mem, 0);
        }
    }
}
