using System.Runtime.CompilerServices;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Finds the page of an object at an offset (<c>vm_page_lookup</c>).</summary>
    /// <returns>The page, or null.</returns>
    /// <remarks>
    /// The original takes the bucket's lock. Here the walk is read without it, and begun anew if somebody changed the chain. What
    /// the original checks of the page (<c>VM_PAGE_CHECK</c>) is an invariant. Inlined, because a call takes as long as the walk
    /// of a chain in the cache.
    /// </remarks>
    [Operation(typeof(LookupContract)), MethodImpl(MethodImplOptions.AggressiveInlining)]
    PageId LookupBody(ObjectId obj, ulong offset)
    {
        BucketId home = ResidentHash.Hash(s, obj, offset);
        ref Bucket bucket = ref s.Buckets[home];
        ReadSection read = bucket.Lock.BeginRead();
        PageId mem = bucket.First;
        while (!mem.IsNull && !HasKey(mem, obj, offset))
        {
            Loop.Invariant(mem.IsNull || (s.Pages[mem].Tabled && IsInBucket(mem, ResidentHash.Hash(s, obj, offset))));
            Loop.Invariant(Spec.ForAll(s.Pages, q =>
                !(s.Pages[q].Tabled && HasKey(q, obj, offset))
                || (!mem.IsNull
                    && Spec.Rank(ResidentInvariants.TabledInChain, q) <= Spec.Rank(ResidentInvariants.TabledInChain, mem))));
            Loop.Decreases(mem.IsNull ? -1 : Spec.Rank(ResidentInvariants.TabledInChain, mem));
            mem = s.Pages[mem].Next;
        }

        if (read.MustRepeat()) return LookupBody(obj, offset);
        return mem;
    }

    [Pure]
    bool HasKey(PageId mem, ObjectId obj, ulong offset) => s.Pages[mem].Object == obj && s.Pages[mem].Offset == offset;

    [Pure]
    bool IsInBucket(PageId mem, BucketId bucket) =>
        ResidentHash.Hash(s, s.Pages[mem].Object, s.Pages[mem].Offset) == bucket;
}
