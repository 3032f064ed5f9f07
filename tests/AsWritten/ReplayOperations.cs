using static Vm.Transcripts.Parameter;

namespace Vm.Transcripts;

/// <summary>Under the original's names, the operations as the original has them.</summary>
static partial class ReplayOperations
{
    static partial void Change(
        Dictionary<string, ReplayOperation> operations, Dictionary<(string Name, string Revision), ReplayOperation> ofRevision)
    {
        ReplayOperation[] asWritten =
        [
            new("vm_page_init", [Page("mem")], (d, a) => d.Module.InitAsWritten(a.Page("mem"))),
            new("vm_page_wire", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.WireAsWritten)),
            new("vm_page_activate", [Page("mem")], (d, a) => d.WithOwnerAndQueues(a.Page("mem"), d.Module.ActivateAsWritten)),
            new("vm_page_rename", [Page("mem"), Object("new_object"), Number("new_offset")], (d, a) =>
                d.Rename(d.Module.RenameAsWritten, a.Page("mem"), a.Object("new_object"), a.Number("new_offset"))),
            new("vm_page_convert", [Page("mem")], (d, a) => d.Convert(d.Module.ConvertLockedAsWritten, a.Page("mem"))),
            new("vm_page_manage", [Number(PageFields.Frame)], (d, a) => d.Manage(d.Module.ManageAsWritten, a[PageFields.Frame])),
            new("vm_page_free_contig", [Page("mem"), Number("size")], (d, a) => d.Module.FreeContigAsWritten(a.Page("mem"), a.Number("size"))),
        ];
        foreach (var operation in asWritten) operations[operation.Name] = operation;

        ofRevision[("vm_page_convert", Revisions.Recorded)] = new("vm_page_convert", [Page("mem")], (d, a) => d.Convert(d.Module.ConvertAsWritten, a.Page("mem")));
    }
}
