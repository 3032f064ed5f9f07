using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Finds the page of an object at an offset (<c>vm_page_lookup</c>).</summary>
    /// <returns>The page, or null.</returns>
    [Operation(typeof(LookupContract))]
    PageId LookupBody(ObjectId obj, ulong offset)
    {
        ref Bucket bucket = ref s.Buckets[ResidentHash.Hash(s, obj, offset)];
        using (bucket.Lock.Enter())
        {
            PageId mem = bucket.First;
            while (!mem.IsNull && !HasKey(mem, obj, offset))
            {
                Loop.Invariant(mem.IsNull || (s.Pages[mem].Tabled && IsInBucket(mem, ResidentHash.Hash(s, obj, offset))));
                Loop.Invariant(Spec.ForAll(s.Pages, q =>
                    !(s.Pages[q].Tabled && HasKey(q, obj, offset))
                    || (!mem.IsNull
                        && Spec.Rank(ResidentInvariants.TabledInChain, q) <= Spec.Rank(ResidentInvariants.TabledInChain, mem))));
                Loop.Decreases(mem.IsNull ? -1 : Spec.Rank(ResidentInvariants.TabledInChain, mem));
                CheckPage(mem);
                mem = s.Pages[mem].Next;
            }

            return mem;
        }
    }

    [Pure]
    bool HasKey(PageId mem, ObjectId obj, ulong offset) => s.Pages[mem].Object == obj && s.Pages[mem].Offset == offset;

    [Pure]
    bool IsInBucket(PageId mem, BucketId bucket) =>
        ResidentHash.Hash(s, s.Pages[mem].Object, s.Pages[mem].Offset) == bucket;
}
