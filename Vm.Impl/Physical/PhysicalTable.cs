using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The page of a physical address; null if no segment has it (<c>vm_page_lookup_pa</c>).</summary>
    public PageId LookupPa(ulong address)
    {
        var frame = address / ResidentState.PageSize;
        foreach (var id in Segments)
        {
            ref Segment segment = ref s.Segments[id];
            if (frame >= segment.StartFrame && frame < segment.EndFrame)
                return new PageId(segment.FirstPage.V + (uint)(frame - segment.StartFrame));
        }

        return default;
    }

    /// <summary>Number of pages of all segments (<c>vm_page_table_size</c>, <c>vm_page_boot_table_size</c>).</summary>
    public uint TableSize => s.PhysicalPages;

    /// <summary>The place of a physical address in the table of all segments' pages, from 0 (<c>vm_page_table_index</c>).</summary>
    /// <exception cref="PanicException">No segment has the address.</exception>
    public uint TableIndex(ulong address)
    {
        var mem = LookupPa(address);
        if (mem.IsNull) Check.Panic("vm_page_table_index", "a segment has the physical address", $"0x{address:X}");
        return mem.V - 1;
    }

    /// <summary>Bytes of memory in all segments (<c>vm_page_mem_size</c>).</summary>
    public ulong MemSize => s.PhysicalPages * ResidentState.PageSize;

    /// <summary>Pages in free blocks of all segments; those in processors' pools are not counted (<c>vm_page_mem_free</c>).</summary>
    public int MemFree => Segments.Sum(segment => s.Segments[segment].FreeCount);

    /// <summary>The physical address behind the segment that a selector stands for (<c>vm_page_seg_end</c>).</summary>
    public ulong SegmentEnd(uint selector) =>
        s.Segments[new SegmentId(Math.Min(selector, s.SegmentCount - 1))].EndFrame * ResidentState.PageSize;

    /// <summary>The name of a segment (<c>vm_page_seg_name</c>).</summary>
    /// <exception cref="PanicException">There is no such segment.</exception>
    public static string SegmentName(uint index)
    {
        string[] names = ["DMA", "DMA32", "DIRECTMAP", "HIGHMEM"];
        if (index >= names.Length) Check.Panic("vm_page_seg_name", "the segment index is valid", index);
        return names[index];
    }

    /// <summary>Two lines about each segment: its pages and free pages, and what numbers of free pages mean (<c>vm_page_info_all</c>).</summary>
    public IEnumerable<string> InfoAll() => Segments.SelectMany(id =>
    {
        ref Segment segment = ref s.Segments[id];
        var (name, pages) = (SegmentName(id.V), segment.EndFrame - segment.StartFrame);
        return (string[])
        [
            $"{name}: pages: {pages} ({Megabytes(pages)}M), free: {segment.FreeCount} ({Megabytes((ulong)segment.FreeCount)}M)",
            $"{name}: min: {segment.MinFree} low: {segment.LowFree} high: {segment.HighFree}",
        ];
    });

    static ulong Megabytes(ulong pages) => pages * ResidentState.PageSize >> 20;
}
