using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of finding a page of a paging queue that can go, as <c>vm_page_seg_pull_cache_page</c> does. The object of the page found is locked on return.</summary>
[Contract]
[MustHold(ResidentLock.PageQueues)]
[ReturnsHolding(ResidentLock.Object, "result.Object")]
public static partial class PullPageContract
{
    /// <summary>The page found can go.</summary>
    [Ensures("a page that is found is on the queue, and neither in transit, waited for, absent, nor of an object that ends")]
    public static bool IsMovable(ResidentState s, QueueId queue) =>
        Spec.Result<PageId>().IsNull
        || (ResidentInvariants.IsQueued(s, Spec.Result<PageId>(), queue) && ResidentInvariants.CanMove(s, Spec.Result<PageId>()));
}
