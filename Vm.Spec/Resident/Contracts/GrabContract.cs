using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_grab</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[ReturnsOwned]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused")]
public static partial class GrabContract
{
    /// <summary>A page handed out is nobody else's.</summary>
    [Ensures("a page that is handed out is real, no longer free, and in the template state")]
    public static bool IsFresh(ResidentState s) =>
        Spec.Result<PageId>().IsNull
        || (!s.Pages[Spec.Result<PageId>()].Free && !s.Pages[Spec.Result<PageId>()].Fictitious
            && ResidentInvariants.IsWhole(s, Spec.Result<PageId>()) && ResidentInvariants.IsTemplate(s, Spec.Result<PageId>()));
}
