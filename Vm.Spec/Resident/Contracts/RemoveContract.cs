using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_remove</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[ReturnsOwned("mem")]
[Modifies(
    "mem.Tabled", "mem.External", "mem.Active", "mem.Inactive", "Pages.Next", "Pages.ListNext", "Pages.ListPrev",
    "Pages.NodeNext", "Pages.NodePrev", "Objects.First", "Objects.Last", "mem.Object.ResidentPageCount",
    "Buckets.First", "Queues.First", "Queues.Last", "ExternalPages", "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class RemoveContract
{
    /// <summary>The row exists.</summary>
    [Requires("the page exists")]
    public static bool NotNull(PageId mem) => !mem.IsNull;

    /// <summary>There is something to remove.</summary>
    [Requires("the page is tabled")]
    public static bool IsTabled(ResidentState s, PageId mem) => s.Pages[mem].Tabled;

    /// <summary>The page is out of the table and off the queues.</summary>
    [Ensures("the page is neither tabled, on a paging queue, nor counted as external")]
    public static bool IsLoose(ResidentState s, PageId mem) =>
        !s.Pages[mem].Tabled && !s.Pages[mem].Active && !s.Pages[mem].Inactive && !s.Pages[mem].External;

    /// <summary>The object's count.</summary>
    [Ensures("the object has one resident page fewer")]
    public static bool OneFewerResident(ResidentState s, PageId mem) =>
        s.Objects[s.Pages[mem].Object].ResidentPageCount
        == Spec.Old(s.Objects[s.Pages[mem].Object].ResidentPageCount) - 1;

    /// <summary>External pages are counted.</summary>
    [Ensures("a page that was external is no longer counted")]
    public static bool ExternalUncounted(ResidentState s, PageId mem) =>
        s.ExternalPages == Spec.Old(s.ExternalPages) - (Spec.Old(s.Pages[mem].External) ? 1 : 0);
}
