using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Puts a block in front of the free list of its order (<c>vm_page_free_list_insert</c>).</summary>
    [Inline]
    void FreeListInsert(uint order, PageId head)
    {
        ref FreeList list = ref s.FreeLists[new FreeListId(order)];
        ref Page page = ref s.Pages[head];
        Check.Assert<TMode>(page.Order == Page.Unlisted);
        page.NodePrev = default;
        page.NodeNext = list.First;
        if (!list.First.IsNull) s.Pages[list.First].NodePrev = head;
        list.First = head;
        list.Size++;
        page.Order = (byte)order;
    }

    /// <summary>Takes a block out of the free list of its order (<c>vm_page_free_list_remove</c>).</summary>
    [Inline]
    void FreeListRemove(uint order, PageId head)
    {
        ref FreeList list = ref s.FreeLists[new FreeListId(order)];
        ref Page page = ref s.Pages[head];
        Check.Assert<TMode>(page.Order == order);
        if (page.NodePrev.IsNull) list.First = page.NodeNext;
        else s.Pages[page.NodePrev].NodeNext = page.NodeNext;
        if (!page.NodeNext.IsNull) s.Pages[page.NodeNext].NodePrev = page.NodePrev;
        list.Size--;
        page.Order = Page.Unlisted;
    }

    /// <summary>Marks the pages of a block free, or handed out.</summary>
    [Inline]
    void SetFree(PageId mem, uint order, bool free)
    {
        for (uint i = 0; i < 1u << (int)order; i++)
        {
            ref Page page = ref s.Pages[new PageId(mem.V + i)];
            page.Free = free;
            page.Type = free ? PageType.Free : PageType.Kernel;
        }
    }
}
