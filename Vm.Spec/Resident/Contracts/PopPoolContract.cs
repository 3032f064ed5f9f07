using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of taking a page out of a pool (<c>vm_page_cpu_pool_pop</c>).</summary>
[Contract]
[MustHold(ResidentLock.FreeQueue)]
[ReturnsOwned]
[Modifies(
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "FreeLists.First", "FreeLists.Size")]
public static partial class PopPoolContract
{
    /// <summary>The pool exists.</summary>
    [Requires("the processor has a pool")]
    public static bool HasPool(uint processor) => processor < ResidentState.MaxProcessors;

    /// <summary>Nothing comes only from nothing.</summary>
    [Ensures("if the pool was not empty, its first page is handed out")]
    public static bool IsFirst(ResidentState s, SegmentId id, uint processor) =>
        Spec.Result<PageId>() == Spec.Old(s.FreeLists[FreeLists.At((byte)id.V, FreeLists.PoolOf(processor))].First);

    /// <summary>The page was free.</summary>
    [Ensures("a page that is handed out is real, no longer free, and in the template state")]
    public static bool IsFresh(ResidentState s) =>
        Spec.Result<PageId>().IsNull
        || (!s.Pages[Spec.Result<PageId>()].Free && !s.Pages[Spec.Result<PageId>()].Fictitious
            && ResidentInvariants.IsWhole(s, Spec.Result<PageId>()) && ResidentInvariants.IsTemplate(s, Spec.Result<PageId>()));
}
