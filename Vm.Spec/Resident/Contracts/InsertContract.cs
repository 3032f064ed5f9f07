using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_insert</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "obj")]
[MustHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Owns("mem")]
[GivesUp("mem")]
[Modifies(
    "mem.Object", "mem.Offset", "mem.Tabled", "mem.External", "mem.Next", "mem.ListNext", "mem.ListPrev",
    "obj.First", "obj.Last", "obj.ResidentPageCount", "obj.LastAlloc", "Pages.ListNext", "Buckets.First",
    "Pages.Active", "Pages.Inactive", "Pages.Reference", "Pages.NodeNext", "Pages.NodePrev", "Queues.First", "Queues.Last",
    "ExternalPages", "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class InsertContract
{
    /// <summary>Rows exist.</summary>
    [Requires("the page and the object exist")]
    public static bool NotNull(PageId mem, ObjectId obj) => !mem.IsNull && !obj.IsNull;

    /// <summary>The page is the caller's.</summary>
    [Requires("the page is neither tabled nor free")]
    public static bool NotTabled(ResidentState s, PageId mem) => !s.Pages[mem].Tabled && !s.Pages[mem].Free;

    /// <summary>The page is on no queue.</summary>
    [Requires("the page is on no paging queue and not counted as external")]
    public static bool OnNoQueue(ResidentState s, PageId mem) =>
        !s.Pages[mem].Active && !s.Pages[mem].Inactive && !s.Pages[mem].External;

    /// <summary>The page is a page.</summary>
    [Requires("the page's kind agrees with its address")]
    public static bool IsWhole(ResidentState s, PageId mem) => ResidentInvariants.IsWhole(s, mem);

    /// <summary>An absent page is counted first.</summary>
    [Requires("the page is not absent, or the object's absent_count is more than the number of its absent pages", WholeState = true)]
    public static bool AbsentIsCounted(ResidentState s, PageId mem, ObjectId obj) =>
        !s.Pages[mem].Absent
        || s.Objects[obj].AbsentCount
            > Spec.Count(s.Pages, p => s.Pages[p].Tabled && s.Pages[p].Absent && s.Pages[p].Object == obj);

    /// <summary>The key is free.</summary>
    [Pure, Requires("no tabled page has this object and offset", WholeState = true)]
    public static bool KeyIsFree(ResidentState s, ObjectId obj, ulong offset) =>
        !Spec.Exists(s.Pages, q => s.Pages[q].Tabled && s.Pages[q].Object == obj && s.Pages[q].Offset == offset);

    /// <summary>The page is found under the key.</summary>
    [Ensures("the page is tabled under the object and offset")]
    public static bool IsTabled(ResidentState s, PageId mem, ObjectId obj, ulong offset) =>
        s.Pages[mem].Tabled && s.Pages[mem].Object == obj && s.Pages[mem].Offset == offset;

    /// <summary>The object's count.</summary>
    [Ensures("the object has one more resident page")]
    public static bool OneMoreResident(ResidentState s, ObjectId obj) =>
        s.Objects[obj].ResidentPageCount == Spec.Old(s.Objects[obj].ResidentPageCount) + 1;

    /// <summary>External pages are counted.</summary>
    [Ensures("a page of an external object is marked and counted")]
    public static bool ExternalCounted(ResidentState s, PageId mem, ObjectId obj) =>
        s.Pages[mem].External == !s.Objects[obj].Internal
        && s.ExternalPages == Spec.Old(s.ExternalPages) + (s.Objects[obj].Internal ? 0 : 1);

    /// <summary>Deactivate-behind's memory.</summary>
    [Ensures("the object's last_alloc is the offset")]
    public static bool LastAlloc(ResidentState s, ObjectId obj, ulong offset) => s.Objects[obj].LastAlloc == offset;

    /// <summary>To enter a page is not to use it.</summary>
    [Ensures("the page is on no paging queue, and marked as used if it was before")]
    public static bool IsUnused(ResidentState s, PageId mem) =>
        !s.Pages[mem].Active && !s.Pages[mem].Inactive && s.Pages[mem].Reference == Spec.Old(s.Pages[mem].Reference);
}
