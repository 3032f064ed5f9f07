using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of taking a page structure out of the slab cache (<c>kmem_cache_alloc</c>), as <c>vm_page_more_fictitious</c> does.</summary>
[Contract]
[ReturnsOwned]
public static partial class SlabAllocContract
{
    /// <summary>There is one.</summary>
    [Ensures("there is a page structure, and it is none of a segment")]
    public static bool IsOfNoSegment(ResidentState s) => !Spec.Result<PageId>().IsNull && Spec.Result<PageId>().V > s.PhysicalPages;

    /// <summary>Nobody has it.</summary>
    [Ensures("the page is neither tabled, free, on a paging queue, in the laundry, counted as external or wired, nor waited for")]
    public static bool IsLoose(ResidentState s) =>
        !s.Pages[Spec.Result<PageId>()].Tabled && !s.Pages[Spec.Result<PageId>()].Free
        && !s.Pages[Spec.Result<PageId>()].Active && !s.Pages[Spec.Result<PageId>()].Inactive && !s.Pages[Spec.Result<PageId>()].External
        && !s.Pages[Spec.Result<PageId>()].Laundry && !s.Pages[Spec.Result<PageId>()].ExternalLaundry
        && s.Pages[Spec.Result<PageId>()].WireCount == 0 && !s.Pages[Spec.Result<PageId>()].Awaited;
}
