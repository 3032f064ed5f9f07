using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_activate</c>.</summary>
[Contract]
[MustHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.Active", "mem.Inactive", "mem.Reference", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class ActivateContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>Only pages of objects are paged.</summary>
    [Requires("the page is tabled")]
    public static bool IsTabled(ResidentState s, PageId mem) => s.Pages[mem].Tabled;

    /// <summary>A pageable page is active.</summary>
    [Ensures("the page is not inactive, and active iff it is real and not wired")]
    public static bool IsActive(ResidentState s, PageId mem) =>
        !s.Pages[mem].Inactive
        && s.Pages[mem].Active
            == (s.Pages[mem].WireCount == 0 && !s.Pages[mem].Fictitious && !s.Pages[mem].Private);

    /// <summary>Activating is a use.</summary>
    [Ensures("a page that is active is marked as used")]
    public static bool IsReferenced(ResidentState s, PageId mem) => !s.Pages[mem].Active || s.Pages[mem].Reference;
}
