using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_wire</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[MustHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[Owns("mem", Unless = "mem.Tabled")]
[Modifies(
    "mem.WireCount", "mem.Active", "mem.Inactive", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount", "WireCount")]
public static partial class WireContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page is a page.</summary>
    [Requires("the page's kind agrees with its address")]
    public static bool IsWhole(ResidentState s, PageId mem) => ResidentInvariants.IsWhole(s, mem);

    /// <summary>A free page stays as it is.</summary>
    [Requires("the page is not free")]
    public static bool NotFree(ResidentState s, PageId mem) => !s.Pages[mem].Free;

    /// <summary>The 15 bits of the count are not exhausted.</summary>
    [Requires("the wire count is below its greatest value")]
    public static bool CountFits(ResidentState s, PageId mem) => s.Pages[mem].WireCount < Page.MaxWireCount;

    /// <summary>One more wiring.</summary>
    [Ensures("the page has one more wiring and is on no paging queue")]
    public static bool IsWired(ResidentState s, PageId mem) =>
        s.Pages[mem].WireCount == Spec.Old(s.Pages[mem].WireCount) + 1
        && !s.Pages[mem].Active && !s.Pages[mem].Inactive;
}
