using Vm.Vocabulary;

namespace Vm.Resident;

/// <summary>Contract of <c>vm_page_alloc</c>.</summary>
[Contract]
[MustHold(ResidentLock.Object, "obj")]
[MustNotHold(ResidentLock.PageQueues)]
[MustNotHold(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.PageQueues)]
[Acquires(ResidentLock.FreeQueue)]
[Acquires(ResidentLock.Bucket)]
[Acquires(ResidentLock.Segment)]
[Modifies(
    "Pages.Object", "Pages.Offset", "Pages.Tabled", "Pages.External", "Pages.Next", "Pages.ListNext", "Pages.ListPrev",
    "Pages.Free", "Pages.NodeNext", "Pages.NodePrev", "Pages.Type", "Pages.Order", "Pages.Active", "Pages.Inactive", "Pages.Reference",
    "obj.First", "obj.Last", "obj.ResidentPageCount", "obj.LastAlloc", "Buckets.First", "Queues.First", "Queues.Last",
    "FreeLists.First", "FreeLists.Size", "Segments.FreeCount", "AllocPaused", "ExternalPages", "ActiveCount", "InactiveCount", "Segments.ActiveCount", "Segments.InactiveCount")]
public static partial class AllocContract
{
    /// <summary>The row exists.</summary>
    [Requires("the object exists")]
    public static bool NotNull(ObjectId obj) => !obj.IsNull;

    /// <summary>The key is free.</summary>
    [Requires("no tabled page has this object and offset", WholeState = true)]
    public static bool KeyIsFree(ResidentState s, ObjectId obj, ulong offset) =>
        InsertContract.KeyIsFree(s, obj, offset);

    /// <summary>The new page is found under the key.</summary>
    [Ensures("a page that is allocated is busy and tabled under the object and offset")]
    public static bool IsTabled(ResidentState s, ObjectId obj, ulong offset) =>
        Spec.Result<PageId>().IsNull
        || (s.Pages[Spec.Result<PageId>()].Tabled && s.Pages[Spec.Result<PageId>()].Busy
            && s.Pages[Spec.Result<PageId>()].Object == obj && s.Pages[Spec.Result<PageId>()].Offset == offset);
}
