using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Makes the descriptors of all segments' pages (<c>vm_page_setup</c>). No page is free yet.</summary>
    [Operation(typeof(SetUpContract))]
    void SetUpBody()
    {
        uint segment = 0;
        for (uint i = 0; i < s.PhysicalPages; i++)
        {
            Loop.Invariant(Spec.ForAll(s.Pages, p => SetUpContract.IsUnused(s, p)));
            Loop.Invariant(Spec.ForAll(s.Pages, p => p.V > i || SetUpContract.IsReserved(s, p)));
            Loop.Decreases((long)s.PhysicalPages - i);

            // A segment's pages stand behind those of the segment before.
            PageId mem = new PageId(i + 1);
            if (segment + 1 < s.SegmentCount && mem == s.Segments[new SegmentId(segment + 1)].FirstPage) segment++;
            InitReserved(mem, new SegmentId(segment));
        }
    }

    /// <summary>A page as it is before the allocator gets it (<c>vm_page_init_pa</c>).</summary>
    [Inline]
    void InitReserved(PageId mem, SegmentId id)
    {
        InitPage(mem);
        ref Page page = ref s.Pages[mem];
        ref Segment segment = ref s.Segments[id];
        page.Type = PageType.Reserved;
        page.Segment = (byte)id.V;
        page.Order = Page.Unlisted;
        page.Frame = segment.StartFrame + (mem.V - segment.FirstPage.V);
    }
}
