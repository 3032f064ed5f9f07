using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of giving a page to the default pager, as <c>vm_pageout_setup</c> does.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "mem.Laundry", "mem.WireCount", "mem.Active", "mem.Inactive", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount", "WireCount", "LaundryCount")]
public static partial class EnterLaundryContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>A page is cleaned by one pager at a time.</summary>
    [Requires("the page is tabled, not wired, and not in the laundry")]
    public static bool IsUnwashed(ResidentState s, PageId mem) =>
        s.Pages[mem].Tabled && s.Pages[mem].WireCount == 0 && !s.Pages[mem].Laundry;

    /// <summary>The page is marked and kept.</summary>
    [Ensures("the page is in the laundry, wired, and counted")]
    public static bool IsInLaundry(ResidentState s, PageId mem) =>
        s.Pages[mem].Laundry && s.Pages[mem].WireCount == 1 && s.LaundryCount == Spec.Old(s.LaundryCount) + 1;
}
