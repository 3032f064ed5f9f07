using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Appends a page to its object's list (<c>queue_enter</c>).</summary>
    [Inline]
    void MemqEnter(ObjectId obj, PageId mem)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        ref Page page = ref s.Pages[mem];
        page.ListNext = default;
        page.ListPrev = owner.Last;
        if (owner.Last.IsNull) owner.First = mem;
        else s.Pages[owner.Last].ListNext = mem;
        owner.Last = mem;
    }

    /// <summary>Takes a page out of its object's list (<c>queue_remove</c>).</summary>
    [Inline]
    void MemqRemove(ObjectId obj, PageId mem)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        ref Page page = ref s.Pages[mem];
        if (page.ListPrev.IsNull) owner.First = page.ListNext;
        else s.Pages[page.ListPrev].ListNext = page.ListNext;
        if (page.ListNext.IsNull) owner.Last = page.ListPrev;
        else s.Pages[page.ListNext].ListPrev = page.ListPrev;
    }
}
