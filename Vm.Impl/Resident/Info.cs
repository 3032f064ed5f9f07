using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Counts the pages of each bucket of the virtual-to-physical table (<c>vm_page_info</c>).</summary>
    /// <param name="counts">Filled from the first bucket on, as far as it reaches.</param>
    /// <returns>The number of buckets.</returns>
    [Operation(typeof(InfoContract))]
    uint InfoBody([Outside] Memory<uint> counts)
    {
        uint buckets = s.HashMask + 1;
        uint room = RoomIn(counts);
        uint filled = room < buckets ? room : buckets;
        for (uint i = 0; i < filled; i++)
        {
            Loop.Decreases((long)filled - i);
            uint length = BucketLength(new BucketId(i));
            TellCount(counts, i, length);
        }

        return buckets;
    }

    /// <summary>Counts the pages of a bucket.</summary>
    [Operation(typeof(BucketLengthContract))]
    uint BucketLengthBody(BucketId bucket)
    {
        uint length = 0;
        using (s.Buckets[bucket].Lock.Enter<TMode>())
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

    [External]
    static uint RoomIn([Outside] Memory<uint> counts) => (uint)counts.Length;

    [External]
    static void TellCount([Outside] Memory<uint> counts, uint bucket, uint length) => counts.Span[(int)bucket] = length;
}
