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

    /// <summary>The bucket in whose chain a page is while it is tabled.</summary>
    [Pure]
    public static BucketId HomeOf(ResidentState s, PageId p) => Hash(s, s.Pages[p].Object, s.Pages[p].Offset);
}
