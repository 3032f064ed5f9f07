using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of taking a page of one segment (<c>vm_page_seg_alloc</c>).</summary>
[Contract]
[MustHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Pool)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused")]
public static partial class AllocSingleContract
{
    /// <summary>The page was free.</summary>
    [Ensures("a page that is handed out is real, no longer free, and in the template state")]
    public static bool IsFresh(ResidentState s) =>
        Spec.Result<PageId>().IsNull
        || (!s.Pages[Spec.Result<PageId>()].Free && !s.Pages[Spec.Result<PageId>()].Fictitious
            && ResidentInvariants.IsWhole(s, Spec.Result<PageId>()) && ResidentInvariants.IsTemplate(s, Spec.Result<PageId>()));
}
