using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_unwire</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object", When = "mem.Tabled")]
[MustHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.WireCount", "mem.Active", "mem.Reference", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "Segments.ActiveCount", "WireCount")]
public static partial class UnwireContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>The page is a page.</summary>
    [Requires("the page's kind agrees with its address")]
    public static bool IsWhole(ResidentState s, PageId mem) => ResidentInvariants.IsWhole(s, mem);

    /// <summary>There is a wiring to give back.</summary>
    [Requires("the page is wired")]
    public static bool IsWired(ResidentState s, PageId mem) => s.Pages[mem].WireCount != 0;

    /// <summary>Only pages of objects are paged.</summary>
    [Requires("the page is tabled")]
    public static bool IsTabled(ResidentState s, PageId mem) => s.Pages[mem].Tabled;

    /// <summary>One wiring fewer; the last one makes the page pageable.</summary>
    [Ensures("the page has one wiring fewer, and is active if it is real and that was the last")]
    public static bool OneFewer(ResidentState s, PageId mem) =>
        s.Pages[mem].WireCount == Spec.Old(s.Pages[mem].WireCount) - 1
        && s.Pages[mem].Active
            == (s.Pages[mem].WireCount == 0 && !s.Pages[mem].Fictitious && !s.Pages[mem].Private);
}
