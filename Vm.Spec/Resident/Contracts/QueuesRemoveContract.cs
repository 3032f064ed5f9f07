using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_queues_remove</c>.</summary>
[Contract]
[MustHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[Modifies("mem.Active", "mem.Inactive", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last", "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class QueuesRemoveContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page is off the queues.</summary>
    [Ensures("the page is on no paging queue")]
    public static bool OnNoQueue(ResidentState s, PageId mem) => !s.Pages[mem].Active && !s.Pages[mem].Inactive;
}
