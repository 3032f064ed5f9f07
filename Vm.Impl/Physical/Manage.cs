using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives a page that was reserved at boot to the allocator (<c>vm_page_manage</c>).</summary>
    [Operation(typeof(ManageContract)), Trusted("the physical allocator is proved with its whole body")]
    void ManageBody(PageId mem)
    {
        Check.Assert<TMode>(s.Pages[mem].Type == PageType.Reserved);
        SetFree(mem, 0, true);
        SegmentId id = new SegmentId(s.Pages[mem].Segment);
        using (s.Segments[id].Lock.Enter()) FreeToBuddy(id, mem, 0);
    }
}
