using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_remove</c>, broken: forgets that the page is no longer tabled.</summary>
    [Operation(typeof(RemoveContract)), Mutant("forgets that the page is no longer tabled")]
    void RemoveKeepingTabledBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        Check.Assert<TMode>(page.Tabled);
        CheckPage(mem);

        // First, while the page is still whole: an operation inside another meets the invariants.
        QueuesRemove(mem);

        ref Bucket bucket = ref s.Buckets[ResidentHash.Hash(s, page.Object, page.Offset)];
        using (bucket.Lock.Enter())
        {
            if (bucket.First == mem)
            {
                bucket.First = page.Next;
            }
            else
            {
                PageId prev = bucket.First;
                while (s.Pages[prev].Next != mem)
                {
                    Loop.Invariant(!prev.IsNull && s.Pages[prev].Tabled);
                    Loop.Invariant(IsInBucket(prev, ResidentHash.Hash(s, page.Object, page.Offset)));
                    Loop.Invariant(
                        Spec.Rank(ResidentInvariants.TabledInChain, mem) < Spec.Rank(ResidentInvariants.TabledInChain, prev));
                    Loop.Decreases(Spec.Rank(ResidentInvariants.TabledInChain, prev));
                    prev = s.Pages[prev].Next;
                }

                s.Pages[prev].Next = page.Next;
            }
        }

        MemqRemove(page.Object, mem);
        s.Objects[page.Object].ResidentPageCount--;

        if (page.External)
        {
            page.External = false;
            s.ExternalPages--;
        }
    }
}
