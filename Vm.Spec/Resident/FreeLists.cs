using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>
/// The numbering of free lists: one for all fictitious pages; then, for each segment, one for each block order and one for
/// each processor's pool.
/// </summary>
public static class FreeLists
{
    /// <summary>Lists of one segment: orders, pools, and one number that stands for no list.</summary>
    public const int PerSegment = 16;

    /// <summary>Number of lists.</summary>
    public static int CountFor(int segments) => 1 + segments * PerSegment;

    /// <summary>The list of a segment with a place in it, which is what <see cref="Page.Order"/> tells.</summary>
    [Pure]
    public static FreeListId At(byte segment, byte place) => new(1 + (uint)segment * PerSegment + place);

    /// <summary>The place of the pool of a processor (<c>vm_page_cpu_pool_get</c>).</summary>
    [Pure]
    public static byte PoolOf(uint processor) => (byte)(ResidentState.Orders + processor);

    /// <summary>The list of fictitious pages (<c>vm_page_queue_fictitious</c>).</summary>
    [Pure]
    public static FreeListId Fictitious() => new(0);

    /// <summary>Whether a place is a processor's pool.</summary>
    [Pure]
    public static bool IsPool(byte place) => place >= ResidentState.Orders && place != Page.Unlisted;
}
