using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Counts the pages of each bucket of the virtual-to-physical table (<c>vm_page_info</c>).</summary>
    /// <param name="counts">Filled from the first bucket on, as far as it reaches.</param>
    /// <returns>The number of buckets.</returns>
    public int Info(Span<uint> counts)
    {
        var filled = Math.Min(counts.Length, s.Buckets.Count);
        for (var i = 0; i < filled; i++) counts[i] = BucketLengthBody(new BucketId((uint)i));
        return s.Buckets.Count;
    }

    /// <summary>Counts the pages of a bucket.</summary>
    [Operation(typeof(BucketLengthContract))]
    uint BucketLengthBody(BucketId bucket)
    {
        uint length = 0;
        using (s.Buckets[bucket].Lock.Enter())
        {
            PageId mem = s.Buckets[bucket].First;
            while (!mem.IsNull)
            {
                Loop.Invariant(mem.IsNull || (s.Pages[mem].Tabled && IsInBucket(mem, bucket)));
                Loop.Decreases(mem.IsNull ? -1 : Spec.Rank(ResidentInvariants.TabledInChain, mem));
                length++;
                mem = s.Pages[mem].Next;
            }

            return length;
        }
    }
}
