using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Page structures that <see cref="MoreFictitious"/> makes at a time (<c>vm_page_fictitious_quantum</c>).</summary>
    public const int FictitiousQuantum = 5;

    /// <summary>Makes fictitious pages (<c>vm_page_more_fictitious</c>).</summary>
    public void MoreFictitious()
    {
        for (var i = 0; i < FictitiousQuantum; i++)
        {
            PageId mem = SlabAlloc();
            if (mem.IsNull) Check.Panic("vm_page_more_fictitious", "the slab cache has a page structure");
            MakeFictitious(mem);
        }
    }

    /// <summary>Makes a page structure a free one without memory.</summary>
    [Operation(typeof(MakeFictitiousContract))]
    void MakeFictitiousBody(PageId mem)
    {
        InitPage(mem);
        s.Pages[mem].Frame = Page.FictitiousFrame;
        s.Pages[mem].Fictitious = true;
        ReleaseFictitious(mem);
    }

    /// <summary>A structure of the slab cache (<c>kmem_cache_alloc</c>); null if it has no more.</summary>
    PageId SlabAlloc()
    {
        if (pageCache is null || !pageCache.TryAlloc(out var row)) return default;

        var mem = new PageId(row);
        observer?.SlabAlloc(mem);
        return mem;
    }
}
