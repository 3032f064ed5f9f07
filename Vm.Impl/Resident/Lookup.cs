using System.Runtime.CompilerServices;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Finds the page of an object at an offset (<c>vm_page_lookup</c>).</summary>
    /// <returns>The page, or null.</returns>
    /// <remarks>
    /// The original takes the bucket's lock. Here the walk is read without it, and repeated under it if somebody changed the chain.
    /// What the original checks of the page (<c>VM_PAGE_CHECK</c>) is an invariant. Inlined, because a call takes as long as the
    /// walk of a chain in the cache.
    /// </remarks>
    [Operation(typeof(LookupContract)), MethodImpl(MethodImplOptions.AggressiveInlining)]
    PageId LookupBody(ObjectId obj, ulong offset)
    {
        Table<PageId, Page> pages = s.Pages;
        BucketId home = ResidentHash.Hash(s, obj, offset);
        ref Bucket bucket = ref s.Buckets[home];
        ReadSection read = bucket.Lock.BeginRead<TMode>();
        PageId mem = FindInChain(pages, bucket.First, obj, offset);
        if (read.IsStale) return LookupLocked(obj, offset);
        return mem;
    }

    /// <summary><see cref="Lookup"/> that takes the bucket's lock, as the original does.</summary>
    /// <returns>The page, or null.</returns>
    [Operation(typeof(LookupContract)), MethodImpl(MethodImplOptions.NoInlining)]
    PageId LookupLockedBody(ObjectId obj, ulong offset)
    {
        BucketId home = ResidentHash.Hash(s, obj, offset);
        ref Bucket bucket = ref s.Buckets[home];
        using (bucket.Lock.Enter<TMode>())
        {
            PageId mem = FindInChain(s.Pages, bucket.First, obj, offset);
            return mem;
        }
    }

    /// <summary>The page with a key in the chain that begins with a page, or null.</summary>
    [Inline, MethodImpl(MethodImplOptions.AggressiveInlining)]
    PageId FindInChain(Table<PageId, Page> pages, PageId first, ObjectId obj, ulong offset)
    {
        PageId mem = first;
        while (!mem.IsNull && !(pages[mem].Object == obj && pages[mem].Offset == offset))
        {
            Loop.Invariant(mem.IsNull || (pages[mem].Tabled && IsInBucket(mem, ResidentHash.Hash(s, obj, offset))));
            Loop.Invariant(Spec.ForAll(s.Pages, q =>
                !(s.Pages[q].Tabled && HasKey(q, obj, offset))
                || (!mem.IsNull
                    && Spec.Rank(ResidentInvariants.TabledInChain, q) <= Spec.Rank(ResidentInvariants.TabledInChain, mem))));
            Loop.Decreases(mem.IsNull ? -1 : Spec.Rank(ResidentInvariants.TabledInChain, mem));
            mem = pages[mem].Next;
        }

        return mem;
    }

    [Pure]
    bool HasKey(PageId mem, ObjectId obj, ulong offset) => s.Pages[mem].Object == obj && s.Pages[mem].Offset == offset;

    [Pure]
    bool IsInBucket(PageId mem, BucketId bucket) =>
        ResidentHash.Hash(s, s.Pages[mem].Object, s.Pages[mem].Offset) == bucket;
}
