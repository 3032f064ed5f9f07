using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>A segment of contiguous physical memory (<c>struct vm_page_seg</c>). Frames are physical page numbers.</summary>
[Row]
public partial struct Segment
{
    /// <summary>The segment's lock.</summary>
    [LockClass(ResidentLock.Segment)]
    public SimpleLock Lock;

    /// <summary>First frame.</summary>
    [Constant]
    public ulong StartFrame;

    /// <summary>One past the last frame.</summary>
    [Constant]
    public ulong EndFrame;

    /// <summary>The page of the first frame.</summary>
    [Constant]
    public PageId FirstPage;

    /// <summary>Number of pages in free blocks (<c>nr_free_pages</c>); pages in processors' pools are not counted.</summary>
    [GuardedBy(ResidentLock.Segment)]
    public int FreeCount;

    /// <summary>With no more free pages than this, only privileged threads allocate (<c>min_free_pages</c>).</summary>
    [Constant]
    public int MinFree;

    /// <summary>With no more free pages than this, pageout starts (<c>low_free_pages</c>).</summary>
    [Constant]
    public int LowFree;

    /// <summary>With so many free pages, unprivileged allocation resumes (<c>high_free_pages</c>).</summary>
    [Constant]
    public int HighFree;

    /// <summary>Number of active pages (<c>nr_active_pages</c>).</summary>
    [GuardedByAny(ResidentLock.PageQueues, ResidentLock.Segment)]
    public int ActiveCount;

    /// <summary>Number of inactive pages (<c>nr_inactive_pages</c>).</summary>
    [GuardedByAny(ResidentLock.PageQueues, ResidentLock.Segment)]
    public int InactiveCount;
}

/// <summary>
/// The settings of a processor's pool of pages for a segment (<c>struct vm_page_cpu_pool</c>). The original's pool has a lock, which
/// is only ever taken under <c>vm_page_queue_free_lock</c>: nobody can wait for it, so here there is none.
/// </summary>
[Row]
public partial struct Pool
{
    /// <summary>Most pages that it holds.</summary>
    [Constant]
    public int Size;

    /// <summary>Pages moved at a time from and to the segment's free blocks.</summary>
    [Constant]
    public int TransferSize;
}
