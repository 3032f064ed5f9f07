namespace Vm.Physical;

/// <summary>How a segment's size decides its pools and its reserve (the constants of <c>vm_page.c</c>).</summary>
static class Thresholds
{
    /// <summary>Fewest pages of a segment that keeps a reserve (<c>VM_PAGE_SEG_MIN_PAGES</c>).</summary>
    public const int MinSegmentPages = 2000;

    /// <summary>One page in so many is in a pool (<c>VM_PAGE_CPU_POOL_RATIO</c>).</summary>
    const int PoolRatio = 1024;

    /// <summary>Most pages in a pool (<c>VM_PAGE_CPU_POOL_MAX_SIZE</c>).</summary>
    const int MaxPoolSize = 128;

    /// <summary>Pages in a processor's pool (<c>vm_page_seg_compute_pool_size</c>).</summary>
    public static int PoolSize(int pages) => Math.Clamp(pages / PoolRatio, 1, MaxPoolSize);

    /// <summary>Half a pool is moved at a time (<c>VM_PAGE_CPU_POOL_TRANSFER_RATIO</c>).</summary>
    public static int TransferSize(int poolSize) => (poolSize + 1) / 2;

    /// <summary>No number of free pages is so small that it pauses allocation or starts pageout.</summary>
    public static FreeTargets NoReserve { get; } = new(-1, -1, -1);

    /// <summary>The thresholds of a segment (<c>vm_page_seg_compute_pageout_thresholds</c>).</summary>
    public static FreeTargets ReserveOf(int pages) => new(MinFree(pages), LowFree(pages), HighFree(pages));

    /// <summary>
    /// Kept for privileged threads: <c>VM_PAGE_SEG_THRESHOLD_MIN_NUM</c> of <c>VM_PAGE_SEG_THRESHOLD_MIN_DENOM</c> pages, at least
    /// <c>VM_PAGE_SEG_THRESHOLD_MIN</c>.
    /// </summary>
    static int MinFree(int pages) => Math.Max(pages * 5 / 100, 500);

    /// <summary>
    /// Where pageout starts: <c>VM_PAGE_SEG_THRESHOLD_LOW_NUM</c> of <c>VM_PAGE_SEG_THRESHOLD_LOW_DENOM</c> pages, at least
    /// <c>VM_PAGE_SEG_THRESHOLD_LOW</c>.
    /// </summary>
    static int LowFree(int pages) => Math.Max(pages * 6 / 100, 600);

    /// <summary>
    /// Where pageout stops: <c>VM_PAGE_SEG_THRESHOLD_HIGH_NUM</c> of <c>VM_PAGE_SEG_THRESHOLD_HIGH_DENOM</c> pages, at least
    /// <c>VM_PAGE_SEG_THRESHOLD_HIGH</c>.
    /// </summary>
    static int HighFree(int pages) => Math.Max(pages * 10 / 100, 1000);
}
