using static Vm.Transcripts.Parameter;

namespace Vm.Transcripts;

/// <summary>Every operation of the transcripts.</summary>
static partial class ReplayOperations
{
    const ulong HighestSelector = 3;
    const ulong HighestObjectEvent = 7;

    static readonly Dictionary<(string Name, string Revision), ReplayOperation> ofRevision = [];

    static readonly Dictionary<string, ReplayOperation> byName = Changed(new ReplayOperation[]
    {
        new("vm_page_grab", [], (d, _) => d.NameOf(d.Module.Grab())),
        new("vm_page_grab_phys_addr", [], (d, _) => d.GrabPhysAddr()),
        new("vm_page_release", [Page("mem"), Flag("laundry"), Flag("external_laundry")], (d, a) =>
            d.Module.Release(a.Page("mem"), a.Flag("laundry"), a.Flag("external_laundry"))),
        new("vm_page_grab_contig", [Number("size"), Number("selector", HighestSelector)], (d, a) =>
            d.GrabContig(a.Number("size"), (uint)a.Number("selector"))),
        new("vm_page_free_contig", [Page("mem"), Number("size")], (d, a) => d.Module.FreeContig(a.Page("mem"), a.Number("size"))),
        new("vm_page_grab_fictitious", [], (d, _) => d.NameOf(d.Module.GrabFictitious())),
        new("vm_page_more_fictitious", [], (d, _) => d.Module.MoreFictitious()),

        new("vm_page_alloc", [Object("object"), Number("offset")], (d, a) =>
            d.WithObject(a.Object("object"), () => d.NameOf(d.Module.Alloc(a.Object("object"), a.Number("offset"))))),
        new("vm_page_insert", [Page("mem"), Object("object"), Number("offset")], (d, a) =>
            d.WithObjectAndQueues(a.Object("object"), () => d.Module.Insert(a.Page("mem"), a.Object("object"), a.Number("offset")))),
        new("vm_page_replace", [Page("mem"), Object("object"), Number("offset")], (d, a) =>
            d.WithObjectAndQueues(a.Object("object"), () => d.Module.Replace(a.Page("mem"), a.Object("object"), a.Number("offset")))),
        new("vm_page_remove", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.Remove)),
        new("vm_page_free", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.Free)),
        new("vm_page_lookup", [Object("object"), Number("offset")], (d, a) =>
            d.WithObject(a.Object("object"), () => d.NameOf(d.Module.Lookup(a.Object("object"), a.Number("offset"))))),
        new("vm_page_rename", [Page("mem"), Object("new_object"), Number("new_offset")], (d, a) =>
            d.Rename(d.Module.Rename, a.Page("mem"), a.Object("new_object"), a.Number("new_offset"))),
        new("vm_page_convert", [Page("mem")], (d, a) => d.Convert(d.Module.Convert, a.Page("mem"))),
        new("vm_page_init", [Page("mem")], (d, a) => d.Module.Init(a.Page("mem"))),
        new("vm_page_zero_fill", [Page("mem")], (d, a) => d.Module.ZeroFill(a.Page("mem"))),
        new("vm_page_copy", [Page("src_m"), Page("dest_m")], (d, a) => d.Module.Copy(a.Page("src_m"), a.Page("dest_m"))),
        new("vm_page_info", [Number("count")], (d, a) => d.Info(a.Number("count"))),

        new("vm_page_wire", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.Wire)),
        new("vm_page_unwire", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.Unwire)),
        new("vm_page_activate", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.Activate)),
        new("vm_page_deactivate", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.Deactivate)),
        new("vm_page_queues_remove", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.QueuesRemove)),

        new("PAGE_WAKEUP_DONE", [Page("mem")], (d, a) => d.WithOwner(a.Page("mem"), d.Module.PageWakeupDone)),
        new("PAGE_WAKEUP", [Page("mem")], (d, a) => d.WithOwner(a.Page("mem"), d.Module.PageWakeup)),
        new("PAGE_ASSERT_WAIT", [Page("mem")], (d, a) => d.WithOwner(a.Page("mem"), d.Module.PageAssertWait)),
        new("vm_object_absent_release", [Object("object")], (d, a) =>
            d.WithObject(a.Object("object"), () => d.Module.AbsentRelease(a.Object("object")))),
        new("vm_object_assert_wait", [Object("object"), Number("event", HighestObjectEvent)], (d, a) =>
            d.Module.ObjectAssertWait(a.Object("object"), (uint)a.Number("event"))),

        new("vm_page_balance", [], (d, _) => d.Module.Balance()),
        new("vm_page_wait", [], (d, _) => d.Module.Wait()),
        new("vm_page_manage", [Number(PageFields.Frame)], (d, a) => d.Manage(d.Module.Manage, a[PageFields.Frame])),
        new("set_privilege", [Number("vm_privilege", 1)], (_, a) => Driver.SetPrivilege(a.Number("vm_privilege"))),

        new("object_create", [Flag("internal"), Number("size")], (d, a) => d.CreateObject(a.Flag("internal"), a.Number("size"))),
        new("object_destroy", [Object("object")], (d, a) => d.Module.DestroyObject(a.Object("object"))),
        new("set", [new("writes", StateWrite.CheckAll)], (d, a) => d.Set(a["writes"])),
    }.ToDictionary(operation => operation.Name));

    /// <summary>The names that transcripts use.</summary>
    public static IEnumerable<string> Names => byName.Keys;

    /// <summary>The operation of a name that stands at a place of a transcript.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">The place.</param>
    /// <param name="revision">The revision of the original that the transcript is about; null if it does not say.</param>
    public static ReplayOperation Find(string name, LinePlace place, string? revision = null) =>
        revision is not null && ofRevision.TryGetValue((name, revision), out var revised) ? revised
        : byName.TryGetValue(name, out var operation) ? operation
        : throw place.Wrong($"unknown operation \"{name}\"; the operations are {string.Join(", ", byName.Keys)}");

    static Dictionary<string, ReplayOperation> Changed(Dictionary<string, ReplayOperation> operations)
    {
        Change(operations, ofRevision);
        return operations;
    }

    /// <summary>Where a build has other operations under the original's names, some of them in one revision alone.</summary>
    static partial void Change(
        Dictionary<string, ReplayOperation> operations, Dictionary<(string Name, string Revision), ReplayOperation> ofRevision);
}
