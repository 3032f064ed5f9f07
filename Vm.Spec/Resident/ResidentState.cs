using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>
/// The whole state of the resident-page module: page descriptors, objects, hash buckets, allocator lists, paging queues,
/// counters and locks.
/// </summary>
[State]
public sealed class ResidentState
{
    /// <summary>Bytes in a page.</summary>
    public const ulong PageSize = 4096;

    /// <summary>Number of block orders of the physical allocator (<c>VM_PAGE_NR_FREE_LISTS</c>).</summary>
    public const int Orders = 11;

    /// <summary>The page descriptors. Pages of a segment stand in frame order.</summary>
    public readonly Table<PageId, Page> Pages;

    /// <summary>The memory objects.</summary>
    public readonly Table<ObjectId, MemoryObject> Objects;

    /// <summary>The virtual-to-physical table (<c>vm_page_buckets</c>).</summary>
    public readonly Table<BucketId, Bucket> Buckets;

    /// <summary>The allocator's free blocks by order.</summary>
    public readonly Table<FreeListId, FreeList> FreeLists;

    /// <summary>The paging queues, see <see cref="Resident.PagingQueues"/>.</summary>
    public readonly Table<QueueId, PagingQueue> Queues;

    /// <summary><c>vm_page_queue_lock</c>.</summary>
    [LockClass(ResidentLock.PageQueues)]
    public SimpleLock PageQueuesLock;

    /// <summary><c>vm_page_queue_free_lock</c>.</summary>
    [LockClass(ResidentLock.FreeQueue)]
    public SimpleLock FreeQueueLock;

    /// <summary>The physical segment's lock.</summary>
    [LockClass(ResidentLock.Segment)]
    public SimpleLock SegmentLock;

    /// <summary><c>vm_page_hash_mask</c>: the number of buckets, a power of two, less one.</summary>
    [Constant]
    public uint HashMask;

    /// <summary>First frame of the physical segment; its page is page 1.</summary>
    [Constant]
    public uint StartFrame;

    /// <summary>One past the segment's last frame.</summary>
    [Constant]
    public uint EndFrame;

    /// <summary>Number of free pages of the segment (<c>nr_free_pages</c>).</summary>
    [GuardedBy(ResidentLock.Segment)]
    public int FreeCount;

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
    public ResidentState(int pages, int objects, int buckets)
    {
        if (!int.IsPow2(buckets))
            throw new ArgumentOutOfRangeException(nameof(buckets), buckets, "the number of buckets is a power of two");

        Pages = new(pages);
        Objects = new(objects);
        Buckets = new(buckets);
        FreeLists = new(Orders);
        Queues = new(PagingQueues.Count);
        HashMask = (uint)buckets - 1;
    }
}
