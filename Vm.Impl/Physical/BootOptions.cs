namespace Vm.Physical;

/// <summary>What a module is made for.</summary>
public sealed record BootOptions
{
    /// <summary>Memory objects that can be alive at once.</summary>
    public required int Objects { get; init; }

    /// <summary>Fictitious page structures that the slab cache can hand out.</summary>
    public int FictitiousPages { get; init; }

    /// <summary>Whether segments keep a reserve for privileged threads and for pageout. A segment with one has at least 2000 pages.</summary>
    public bool Reserve { get; init; } = true;

    /// <summary>What numbers of free pages mean, in place of what follows from a segment's size; for segments of any size.</summary>
    public FreeTargets? Targets { get; init; }

    /// <summary>Pages that pageout evicts before it looks at the laundry again (<c>VM_PAGE_MAX_EVICTIONS</c>).</summary>
    public int EvictionsAtATime { get; init; } = 5;

    /// <summary>Hash buckets, a power of two; null for as many as the frames ask for (<c>ResidentHash.BucketsFor</c>).</summary>
    public int? Buckets { get; init; }

    /// <summary>Bytes that bootstrap takes from physical memory for each page descriptor.</summary>
    public int DescriptorBytes { get; init; }

    /// <summary>Bytes that bootstrap takes from physical memory for each hash bucket.</summary>
    public int BucketBytes { get; init; }
}
