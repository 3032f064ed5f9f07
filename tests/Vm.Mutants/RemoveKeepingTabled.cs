using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_remove</c>, broken: forgets that the page is no longer tabled.</summary>
    [Operation(typeof(RemoveContract)), Mutant("forgets that the page is no longer tabled")]
    void RemoveKeepingTabledBody(PageId mem)
    {
        Table<PageId, Page> pages = s.Pages;
        ref Page page = ref pages[mem];

        // First, while the page is still whole: an operation inside another meets the invariants.
        QueuesRemove(mem);
        Check.Assert<TMode>(page.Tabled);
        CheckPage(mem);

        ref MemoryObject owner = ref s.Objects[page.Object];
        ref Bucket bucket = ref s.Buckets[ResidentHash.Hash(s, page.Object, page.Offset)];
        using (bucket.Lock.Enter<TMode>())
        {
            if (bucket.First == mem)
            {
                bucket.First = page.Next;
            }
            else
            {
                PageId prev = bucket.First;
                while (pages[prev].Next != mem)
                {
                    Loop.Invariant(!prev.IsNull && pages[prev].Tabled);
                    Loop.Invariant(IsInBucket(prev, ResidentHash.Hash(s, page.Object, page.Offset)));
                    Loop.Invariant(
                        Spec.Rank(ResidentInvariants.TabledInChain, mem) < Spec.Rank(ResidentInvariants.TabledInChain, prev));
                    Loop.Decreases(Spec.Rank(ResidentInvariants.TabledInChain, prev));
                    prev = pages[prev].Next;
                }

                pages[prev].Next = page.Next;
            }
        }

        PageId before = page.ListPrev;
        PageId behind = page.ListNext;
        if (before.IsNull) owner.First = behind;
        else pages[before].ListNext = behind;
        if (behind.IsNull) owner.Last = before;
        else pages[behind].ListPrev = before;
        owner.ResidentPageCount--;

        if (page.External)
        {
            page.External = false;
            s.ExternalPages--;
        }
    }
}
