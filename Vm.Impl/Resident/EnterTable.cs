using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>What <see cref="Insert"/> and <see cref="Replace"/> have in common: key, hash chain, object's list and counts.</summary>
    [Inline]
    void EnterTable(PageId mem, ObjectId obj, ulong offset)
    {
        ref Page page = ref s.Pages[mem];
        ref MemoryObject owner = ref s.Objects[obj];
        if (!owner.Internal)
        {
            page.External = true;
            s.ExternalPages++;
        }

        page.Object = obj;
        page.Offset = offset;

        ref Bucket bucket = ref s.Buckets[ResidentHash.Hash(s, obj, offset)];
        using (bucket.Lock.Enter())
        {
            page.Next = bucket.First;
            bucket.First = mem;
        }

        MemqEnter(obj, mem);
        page.Tabled = true;
        owner.ResidentPageCount++;
    }
}
