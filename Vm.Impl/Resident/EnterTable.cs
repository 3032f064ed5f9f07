using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>What <see cref="Insert"/> and <see cref="Replace"/> have in common: key, hash chain, object's list and counts.</summary>
    [Inline]
    void EnterTable(PageId mem, ObjectId obj, ulong offset)
    {
        Table<PageId, Page> pages = s.Pages;
        ref Page page = ref pages[mem];
        ref MemoryObject owner = ref s.Objects[obj];
        ref Bucket bucket = ref s.Buckets[ResidentHash.Hash(s, obj, offset)];
        if (!owner.Internal)
        {
            page.External = true;
            s.ExternalPages++;
        }

        page.Object = obj;
        page.Offset = offset;

        // To the end of the object's list (queue_enter).
        PageId last = owner.Last;
        page.ListNext = default;
        page.ListPrev = last;
        if (last.IsNull) owner.First = mem;
        else pages[last].ListNext = mem;
        owner.Last = mem;
        owner.ResidentPageCount++;

        using (bucket.Lock.Enter<TMode>())
        {
            page.Next = bucket.First;
            bucket.First = mem;
        }

        page.Tabled = true;
    }
}
