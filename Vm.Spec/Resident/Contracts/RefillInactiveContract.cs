using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_refill_inactive</c>.</summary>
[Contract]
[MustNotHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "Pages.Active", "Pages.Inactive", "Pages.Reference", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class RefillInactiveContract
{
    /// <summary>No page is lost.</summary>
    [Ensures("as many pages are on paging queues as before")]
    public static bool KeepsPages(ResidentState s) =>
        s.ActiveCount + s.InactiveCount == Spec.Old(s.ActiveCount) + Spec.Old(s.InactiveCount);
}
