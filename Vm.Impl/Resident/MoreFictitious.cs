using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Page structures that <see cref="MoreFictitious"/> makes at a time (<c>vm_page_fictitious_quantum</c>).</summary>
    public const int FictitiousQuantum = MoreFictitiousContract.Quantum;

    /// <summary>Makes fictitious pages (<c>vm_page_more_fictitious</c>).</summary>
    [Operation(typeof(MoreFictitiousContract))]
    void MoreFictitiousBody()
    {
        for (int i = 0; i < FictitiousQuantum; i++)
        {
            Loop.Invariant(i >= 0 && i <= FictitiousQuantum && s.FictitiousCount == Spec.Old(s.FictitiousCount) + i);
            Loop.Decreases(FictitiousQuantum - i);
            PageId mem = SlabAlloc();
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

    /// <summary>A structure of the slab cache (<c>kmem_cache_alloc</c>).</summary>
    [Operation(typeof(SlabAllocContract)), Trusted("the slab cache is of the world outside; a structure that it hands out is nobody's")]
    PageId SlabAllocBody()
    {
        PageId mem = TakeStructure();
        return mem;
    }

    /// <summary>How many structures there are is the world's business; without one the kernel stops.</summary>
    [External]
    PageId TakeStructure()
    {
        if (pageCache is null || !pageCache.TryAlloc(out var row))
        {
            Check.Panic("vm_page_more_fictitious", "the slab cache has a page structure");
            return default;
        }

        var mem = new PageId(row);
        observer?.SlabAlloc(mem);
        return mem;
    }
}
