using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of giving a page to an external pager, as <c>vm_pageout_setup</c> does.</summary>
[Contract]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.ExternalLaundry", "mem.Active", "mem.Inactive", "mem.Reference", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount", "ExternalLaundryCount")]
public static partial class EnterExternalLaundryContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>A page is cleaned by one pager at a time.</summary>
    [Requires("the page is tabled and not in the external laundry")]
    public static bool IsUnwashed(ResidentState s, PageId mem) => s.Pages[mem].Tabled && !s.Pages[mem].ExternalLaundry;

    /// <summary>The page is marked, and counted if the daemon waits.</summary>
    [Ensures("the page is in the external laundry, and counted unless nobody expects to be told")]
    public static bool IsInLaundry(ResidentState s, PageId mem) =>
        s.Pages[mem].ExternalLaundry
        && s.ExternalLaundryCount == Spec.Old(s.ExternalLaundryCount) + (Spec.Old(s.ExternalLaundryCount) < 0 ? 0 : 1);

    /// <summary>A page that is never cleaned is found again.</summary>
    [Ensures("the page is active iff it is real and not wired")]
    public static bool IsActive(ResidentState s, PageId mem) =>
        s.Pages[mem].Active == (s.Pages[mem].WireCount == 0 && !s.Pages[mem].Fictitious && !s.Pages[mem].Private);
}
