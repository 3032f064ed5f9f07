using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary><c>vm_page_free_contig</c> as written.</summary>
    public void FreeContigAsWritten(PageId mem, ulong size) => FreeBlockAsWritten(mem, OrderOf(size));

    /// <summary>The locked part of <c>vm_page_free_contig</c> as written: the pages go back as they are.</summary>
    [Operation(typeof(FreeBlockAsWrittenContract)), Mutant("gives pages back with their marks and wirings")]
    void FreeBlockAsWrittenBody(PageId mem, uint order)
    {
        using (s.FreeQueueLock.Enter<TMode>())
        {
            for (uint i = 0; i < 1u << (int)order; i++)
            {
                ref Page page = ref s.Pages[new PageId(mem.V + i)];
                if (page.Free) Check.Panic("vm_page_free_contig", "the pages of the block are not free", mem);
                page.Free = true;
                page.Type = PageType.Free;
            }

            SegmentId id = new SegmentId(s.Pages[mem].Segment);
            if (order == 0)
            {
                FreeToPool(id, mem);
                return;
            }

            using (s.Segments[id].Lock.Enter<TMode>()) FreeToBuddy(id, mem, order);
        }
    }
}
