using System.Numerics;
using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>The hash of the virtual-to-physical table.</summary>
public static class ResidentHash
{
    /// <summary>
    /// The bucket of an object and offset (<c>vm_page_hash</c>). The original adds object address and page index, so
    /// neighbouring large objects collide; multiplying the object by an odd constant first keeps them apart.
    /// </summary>
    [Pure, Opaque]
    public static BucketId Hash(ResidentState s, ObjectId obj, ulong offset) =>
        new((obj.V * 0x9E3779B1u + (uint)(offset >> 12)) & s.HashMask);

    /// <summary>
    /// Buckets for a number of frames: the smallest power of two that is not less than twice as many. The original has half
    /// of that (<c>vm_page_bucket_count</c>); a bucket is a sixth of a page's row here, and with two of them for each page a
    /// lookup seldom looks at a page that it does not want.
    /// </summary>
    public static int BucketsFor(int frames) => (int)BitOperations.RoundUpToPowerOf2(2 * (uint)frames);

    /// <summary>The bucket in whose chain a page is while it is tabled.</summary>
    [Pure]
    public static BucketId HomeOf(ResidentState s, PageId p) => Hash(s, s.Pages[p].Object, s.Pages[p].Offset);
}
