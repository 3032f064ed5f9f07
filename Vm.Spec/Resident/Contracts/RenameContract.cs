using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_rename</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "mem.Object")]
[MustHold(ResidentLock.Object, "newObject")]
[MustNotHold(ResidentLock.PageQueues)]
[Acquires(ResidentLock.PageQueues)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.WireCount", "Pages.Inactive", "Pages.Active", "Pages.Laundry", "Pages.ExternalLaundry",
    "Pages.Reference", "Pages.External", "Pages.Busy", "Pages.Wanted", "Pages.Tabled", "Pages.Fictitious", "Pages.Private", "Pages.Absent",
    "Pages.Error", "Pages.Dirty", "Pages.Precious", "Pages.Overwriting", "Pages.PageLock", "Pages.UnlockRequest", "Pages.Free", "Pages.Frame",
    "Pages.Next", "Pages.ListNext", "Pages.ListPrev", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order",
    "Objects.First", "Objects.Last", "Objects.ResidentPageCount", "Objects.AbsentCount", "Objects.AllWanted", "Objects.LastAlloc",
    "Buckets.First", "Queues.First", "Queues.Last", "FreeLists.First", "FreeLists.Size", "Segments.FreeCount",
    "Segments.ActiveCount", "Segments.InactiveCount", "AllocPaused", "ExternalPages", "ActiveCount", "InactiveCount",
    "WireCount", "LaundryCount", "ExternalLaundryCount", "FictitiousCount")]
public static partial class RenameContract
{
    /// <summary>Rows exist.</summary>
    [Requires("the page and the object exist")]
    public static bool NotNull(PageId mem, ObjectId newObject) => !mem.IsNull && !newObject.IsNull;

    /// <summary>There is something to move.</summary>
    [Requires("the page is tabled")]
    public static bool IsTabled(ResidentState s, PageId mem) => s.Pages[mem].Tabled;

    /// <summary>An absent page moves with its count.</summary>
    [Requires("the new object's absent_count is below its greatest value")]
    public static bool CountFits(ResidentState s, ObjectId newObject) => s.Objects[newObject].AbsentCount < int.MaxValue;

    /// <summary>The key is free.</summary>
    [Requires("no other tabled page has the new object and offset", WholeState = true)]
    public static bool KeyIsFree(ResidentState s, PageId mem, ObjectId newObject, ulong newOffset) =>
        !Spec.Exists(s.Pages, q =>
            q != mem && s.Pages[q].Tabled && s.Pages[q].Object == newObject && s.Pages[q].Offset == newOffset);

    /// <summary>The page is found under the new key.</summary>
    [Ensures("the page is tabled under the new object and offset")]
    public static bool IsMoved(ResidentState s, PageId mem, ObjectId newObject, ulong newOffset) =>
        s.Pages[mem].Tabled && s.Pages[mem].Object == newObject && s.Pages[mem].Offset == newOffset;

    /// <summary>An absent page is counted where it is.</summary>
    [Ensures("an absent page that changes its object takes one of absent_count with it")]
    public static bool CountMoves(ResidentState s, PageId mem, ObjectId newObject) =>
        s.Objects[newObject].AbsentCount == Spec.Old(s.Objects[newObject].AbsentCount)
            + (s.Pages[mem].Absent && Spec.Old(s.Pages[mem].Object) != newObject ? 1 : 0)
        && (Spec.Old(s.Pages[mem].Object) == newObject
            || s.Objects[Spec.Old(s.Pages[mem].Object)].AbsentCount
                == Spec.Old(s.Objects[s.Pages[mem].Object].AbsentCount) - (s.Pages[mem].Absent ? 1 : 0));
}
