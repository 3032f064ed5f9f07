using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_manage</c> as written; <c>vm_page_setup</c> does the same with each page at boot.</summary>
    [Operation(typeof(ManageContract)), Mutant("puts the page on a free list without marking it free")]
    void ManageAsWrittenBody(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        Check.Assert<TMode>(page.Type == PageType.Reserved);
        page.Type = PageType.Free;
        SegmentId id = new SegmentId(page.Segment);
        using (s.Segments[id].Lock.Enter<TMode>()) FreeToBuddy(id, mem, 0);
    }
}
