using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Puts a page of a segment in front of the free list at a place (<c>vm_page_free_list_insert</c>).</summary>
    [Inline]
    void FreeListInsert(SegmentId id, byte place, PageId head)
    {
        ref Page page = ref s.Pages[head];
        Check.Assert<TMode>(page.Order == Page.Unlisted);
        ref FreeList list = ref s.FreeLists[FreeLists.At((byte)id.V, place)];
        page.NodePrev = default;
        page.NodeNext = list.First;
        if (!list.First.IsNull) s.Pages[list.First].NodePrev = head;
        list.First = head;
        list.Size++;
        page.Order = place;
    }

    /// <summary>Takes a page of a segment out of the free list at a place, which it is on (<c>vm_page_free_list_remove</c>).</summary>
    [Inline]
    void FreeListRemove(SegmentId id, byte place, PageId head)
    {
        ref Page page = ref s.Pages[head];
        Check.Assert<TMode>(page.Order == place);
        ref FreeList list = ref s.FreeLists[FreeLists.At((byte)id.V, place)];
        if (page.NodePrev.IsNull) list.First = page.NodeNext;
        else s.Pages[page.NodePrev].NodeNext = page.NodeNext;
        if (!page.NodeNext.IsNull) s.Pages[page.NodeNext].NodePrev = page.NodePrev;
        list.Size--;
        page.Order = Page.Unlisted;
    }

    /// <summary>Marks the pages of a block free, or handed out, and sets their type (<c>vm_page_set_type</c>).</summary>
    [Inline]
    void SetFree(PageId mem, uint order, bool free)
    {
        for (uint i = 0; i < 1u << (int)order; i++) SetSingle(new PageId(mem.V + i), free);
    }

    /// <summary>Marks a page free, or handed out, and sets its type.</summary>
    [Inline]
    void SetSingle(PageId mem, bool free)
    {
        ref Page page = ref s.Pages[mem];
        page.Free = free;
        page.Type = free ? PageType.Free : PageType.Kernel;
    }
}
