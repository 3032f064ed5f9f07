using Vm.Paging;
using Vm.Resident;

namespace Vm.Pmap;

/// <summary>Operations on a frame, through all its mappings.</summary>
public sealed partial class PhysicalMap
{
    /// <summary>
    /// Takes away the rights that are not in <paramref name="protection"/> from all mappings of a frame
    /// (<c>pmap_page_protect</c>); without the right to be read, the mappings themselves.
    /// </summary>
    public void PageProtect(uint frame, Protection protection)
    {
        for (var i = lists.Count(frame) - 1; i >= 0; i--)
        {
            var va = lists.At(frame, i);
            Restrict(va, ref EntryOf(va), protection);
        }
    }

    /// <summary>Whether the frame was accessed since that was last cleared (<c>pmap_is_referenced</c>).</summary>
    public bool IsReferenced(uint frame) => Has(frame, FrameAttributes.Referenced);

    /// <summary>Whether the frame was written through a mapping since that was last cleared (<c>pmap_is_modified</c>).</summary>
    public bool IsModified(uint frame) => Has(frame, FrameAttributes.Modified);

    /// <summary>Forgets that the frame was accessed (<c>pmap_clear_reference</c>).</summary>
    public void ClearReference(uint frame) => Clear(frame, FrameAttributes.Referenced);

    /// <summary>Forgets that the frame was modified (<c>pmap_clear_modify</c>).</summary>
    public void ClearModify(uint frame) => Clear(frame, FrameAttributes.Modified);

    /// <summary>Fills the frame with zeros (<c>pmap_zero_page</c>).</summary>
    public void ZeroPage(uint frame) => memory.Frame(frame).Clear();

    /// <summary>Copies a frame (<c>pmap_copy_page</c>).</summary>
    public void CopyPage(uint source, uint destination) => memory.Frame(source).CopyTo(memory.Frame(destination));

    bool Has(uint frame, FrameAttributes attribute)
    {
        var all = lists.Attributes(frame);
        for (var i = 0; i < lists.Count(frame); i++) all |= AttributesOf(EntryOf(lists.At(frame, i)));
        return (all & attribute) != 0;
    }

    void Clear(uint frame, FrameAttributes attribute)
    {
        lists.Attributes(frame) &= ~attribute;
        for (var i = 0; i < lists.Count(frame); i++)
        {
            var va = lists.At(frame, i);
            ref PageTableEntry entry = ref EntryOf(va);
            if ((AttributesOf(entry) & attribute) == 0) continue;

            if (attribute == FrameAttributes.Referenced) entry.Accessed = false;
            else entry.Dirty = false;

            // The processor sets the bit again only when it walks again.
            tlb.Invalidate(va);
        }
    }

    /// <summary>The entry of a listed mapping.</summary>
    ref PageTableEntry EntryOf(VirtualAddress va)
    {
        if (!tables.TryFind(va, out var address)) throw new InvalidOperationException($"{va} is listed as mapped and has no table");
        return ref memory.Entry(address);
    }

    static FrameAttributes AttributesOf(PageTableEntry entry) =>
        (entry.Accessed ? FrameAttributes.Referenced : FrameAttributes.None)
        | (entry.Dirty ? FrameAttributes.Modified : FrameAttributes.None);
}
