using Vm.Resident;

namespace Vm.Physical;

/// <summary>How a segment's size decides its pools and its reserve (the constants of <c>vm_page.c</c>).</summary>
static class Thresholds
{
    /// <summary>Fewest pages of a segment that keeps a reserve.</summary>
    public const int MinSegmentPages = 2000;

    const int PoolRatio = 1024, MaxPoolSize = 128;

    public static int PoolSize(int pages) => Math.Clamp(pages / PoolRatio, 1, MaxPoolSize);

    /// <summary>Half a pool is moved at a time.</summary>
    public static int TransferSize(int poolSize) => (poolSize + 1) / 2;

    /// <summary>No number of free pages is so small that it pauses allocation or starts pageout.</summary>
    public static void SetNoReserve(ref Segment segment) => segment.MinFree = segment.LowFree = segment.HighFree = -1;

    public static void SetReserve(ref Segment segment, int pages)
    {
        segment.MinFree = Math.Max(pages * 5 / 100, 500);
        segment.LowFree = Math.Max(pages * 6 / 100, 600);
        segment.HighFree = Math.Max(pages * 10 / 100, 1000);
    }
}
