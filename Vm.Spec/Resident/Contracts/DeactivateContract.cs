using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_deactivate</c>.</summary>
[Contract]
[MustHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Segment)]
[MustHold(ResidentLock.Object, "mem.Object")]
[Modifies(
    "mem.Active", "mem.Inactive", "mem.Reference", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class DeactivateContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>Only pages of objects are paged.</summary>
    [Requires("the page is tabled")]
    public static bool IsTabled(ResidentState s, PageId mem) => s.Pages[mem].Tabled;

    /// <summary>A pageable page is inactive.</summary>
    [Ensures("the page is not active, and inactive iff it is real and not wired")]
    public static bool IsInactive(ResidentState s, PageId mem) =>
        !s.Pages[mem].Active
        && s.Pages[mem].Inactive
            == (s.Pages[mem].WireCount == 0 && !s.Pages[mem].Fictitious && !s.Pages[mem].Private);

    /// <summary>An inactive page has to be used anew before it counts as used.</summary>
    [Ensures("a page that was on a paging queue is not marked as used, any other as before")]
    public static bool NotReferenced(ResidentState s, PageId mem) =>
        s.Pages[mem].Reference
        == (Spec.Old(s.Pages[mem].Reference) && !Spec.Old(s.Pages[mem].Active) && !Spec.Old(s.Pages[mem].Inactive));
}
