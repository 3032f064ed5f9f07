using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>
/// The whole state of the resident-page module: page descriptors, objects, hash buckets, allocator lists, paging queues,
/// counters and locks. Tables are properties: from a field that is named by its address, the runtime loads an array once more for
/// each use.
/// </summary>
[State]
public sealed class ResidentState
{
    /// <summary>Bytes in a page.</summary>
    public const ulong PageSize = 4096;

    /// <summary>Number of block orders of the physical allocator (<c>VM_PAGE_NR_FREE_LISTS</c>).</summary>
    public const int Orders = 11;

    /// <summary>Greatest number of segments (<c>VM_PAGE_MAX_SEGS</c>).</summary>
    public const int MaxSegments = 4;

    /// <summary>Greatest number of processors that have page pools.</summary>
    public const int MaxProcessors = 4;

    /// <summary>The page descriptors. Pages of a segment stand in frame order; fictitious pages stand behind all real ones.</summary>
    public Table<PageId, Page> Pages { get; }

    /// <summary>The memory objects.</summary>
    public Table<ObjectId, MemoryObject> Objects { get; }

    /// <summary>The virtual-to-physical table (<c>vm_page_buckets</c>), <c>vm_page_bucket_count</c> rows.</summary>
    public Table<BucketId, Bucket> Buckets { get; }

    /// <summary>The physical segments, lowest priority first (<c>vm_page_segs</c>).</summary>
    public Table<SegmentId, Segment> Segments { get; }

    /// <summary>The page pools of the processors.</summary>
    public Table<PoolId, Pool> Pools { get; }

    /// <summary>The free lists, see <see cref="Resident.FreeLists"/>.</summary>
    public Table<FreeListId, FreeList> FreeLists { get; }

    /// <summary>The paging queues, see <see cref="Resident.PagingQueues"/>.</summary>
    public Table<QueueId, PagingQueue> Queues { get; }

    /// <summary><c>vm_page_queue_lock</c>, taken and given back by <c>vm_page_lock_queues</c> and <c>vm_page_unlock_queues</c>.</summary>
    [LockClass(ResidentLock.PageQueues)]
    public SimpleLock PageQueuesLock;

    /// <summary><c>vm_page_queue_free_lock</c>.</summary>
    [LockClass(ResidentLock.FreeQueue)]
    public SimpleLock FreeQueueLock;

    /// <summary><c>vm_page_hash_mask</c>: the number of buckets, a power of two, less one.</summary>
    [Constant]
    public uint HashMask;

    /// <summary>Number of pages of all segments; pages with greater numbers have no memory of the module's.</summary>
    [Constant]
    public uint PhysicalPages;

    /// <summary>Number of segments (<c>vm_page_segs_size</c>).</summary>
    [Constant]
    public uint SegmentCount;

    /// <summary>Unprivileged allocation waits for memory (<c>vm_page_alloc_paused</c>).</summary>
    [GuardedBy(ResidentLock.FreeQueue)]
    public bool AllocPaused;

    /// <summary><c>vm_page_fictitious_count</c>: free fictitious pages.</summary>
    [GuardedBy(ResidentLock.FreeQueue)]
    public int FictitiousCount;

    /// <summary><c>vm_page_wire_count</c>.</summary>
    [GuardedBy(ResidentLock.PageQueues)]
    public int WireCount;

    /// <summary><c>vm_page_active_count</c>.</summary>
    [GuardedBy(ResidentLock.PageQueues)]
    public int ActiveCount;

    /// <summary><c>vm_page_inactive_count</c>.</summary>
    [GuardedBy(ResidentLock.PageQueues)]
    public int InactiveCount;

    /// <summary><c>vm_object_external_pages</c>.</summary>
    [GuardedBy(ResidentLock.PageQueues)]
    public int ExternalPages;

    /// <summary><c>vm_object_external_count</c>: living objects that a memory manager pages.</summary>
    [GuardedBy(ResidentLock.Object)]
    public int ExternalCount;

    /// <summary><c>vm_page_laundry_count</c>.</summary>
    [GuardedBy(ResidentLock.FreeQueue)]
    public int LaundryCount;

    /// <summary><c>vm_page_external_laundry_count</c>.</summary>
    [GuardedBy(ResidentLock.FreeQueue)]
    public int ExternalLaundryCount;

    /// <summary><c>vm_page_deactivate_behind</c>: sequential insertion deactivates the page before.</summary>
    [Constant]
    public bool DeactivateBehind = true;

    /// <param name="pages">Number of page descriptors.</param>
    /// <param name="objects">Number of memory objects.</param>
    /// <param name="buckets">Number of hash buckets, a power of two.</param>
    /// <param name="segments">Number of physical segments, at most <see cref="MaxSegments"/>.</param>
    public ResidentState(int pages, int objects, int buckets, int segments)
    {
        if (!int.IsPow2(buckets))
            throw new ArgumentOutOfRangeException(nameof(buckets), buckets, "the number of buckets is a power of two");
        if (segments is < 1 or > MaxSegments)
            throw new ArgumentOutOfRangeException(nameof(segments), segments, $"there are 1 to {MaxSegments} segments");

        Pages = new(pages);
        Objects = new(objects);
        Buckets = new(buckets);
        Segments = new(segments);
        Pools = new(segments * MaxProcessors);
        FreeLists = new(Resident.FreeLists.CountFor(segments));
        Queues = new(PagingQueues.CountFor(segments));
        HashMask = (uint)buckets - 1;
        SegmentCount = (uint)segments;
    }
}
