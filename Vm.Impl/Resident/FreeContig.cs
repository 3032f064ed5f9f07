using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Gives back what <see cref="GrabContig"/> took (<c>vm_page_free_contig</c>).</summary>
    /// <param name="mem">The first page.</param>
    /// <param name="size">Bytes, as they were asked for.</param>
    public void FreeContig(PageId mem, ulong size) => FreeBlock(mem, OrderOf(size));

    /// <summary>Gives a block of 2^order pages back.</summary>
    [Operation(typeof(FreeBlockContract)), Trusted("its pages are numbered by powers of two, of which the proof knows too little")]
    void FreeBlockBody(PageId mem, uint order)
    {
        using (s.FreeQueueLock.Enter<TMode>())
        {
            for (uint i = 0; i < 1u << (int)order; i++)
            {
                if (s.Pages[new PageId(mem.V + i)].Free) Check.Panic("vm_page_free_contig", "the pages of the block are not free", mem);
            }

            FreePa(mem, order);
        }
    }
}
