using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_insert</c>, broken: hashes the next offset.</summary>
    [Operation(typeof(InsertContract)), Mutant("hashes the next offset")]
    void InsertIntoWrongBucketBody(PageId mem, ObjectId obj, ulong offset)
    {
        ref Page page = ref s.Pages[mem];
        ref MemoryObject owner = ref s.Objects[obj];

        CheckPage(mem);
        Check.Assert<TMode>(!page.Active && !page.Inactive);
        Check.Assert<TMode>(!page.External);
        if (page.Tabled) Check.Panic("vm_page_insert", "the page is not tabled", mem);

        if (!owner.Internal)
        {
            page.External = true;
            s.ExternalPages++;
        }

        page.Object = obj;
        page.Offset = offset;

        ref Bucket bucket = ref s.Buckets[ResidentHash.Hash(s, obj, offset + ResidentState.PageSize)];
        using (bucket.Lock.Enter<TMode>())
        {
            page.Next = bucket.First;
            bucket.First = mem;
        }

        PageId last = owner.Last;
        page.ListNext = default;
        page.ListPrev = last;
        if (last.IsNull) owner.First = mem;
        else s.Pages[last].ListNext = mem;
        owner.Last = mem;
        page.Tabled = true;
        owner.ResidentPageCount++;

        // Sequential access: the page before will not be needed soon. Busy pages are left alone.
        if (s.DeactivateBehind && offset == owner.LastAlloc + ResidentState.PageSize)
        {
            PageId previous = Lookup(obj, owner.LastAlloc);
            if (!previous.IsNull && !s.Pages[previous].Busy) Deactivate(previous);
        }

        owner.LastAlloc = offset;
    }
}
