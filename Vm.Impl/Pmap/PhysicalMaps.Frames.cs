using Vm.Paging;
using Vm.Resident;

namespace Vm.Pmap;

/// <summary>Operations on a frame, through all its mappings, as the page module asks for them.</summary>
public sealed partial class PhysicalMaps<TPaging>
{
    /// <summary>
    /// Takes away the rights that are not in <paramref name="protection"/> from all mappings of a frame
    /// (<c>pmap_page_protect</c>); without the right to be read, the mappings themselves.
    /// </summary>
    public void PageProtect(ulong frame, Protection protection)
    {
        lock (Gate)
        {
            for (var i = Lists.Count((uint)frame) - 1; i >= 0; i--)
            {
                var (map, va) = Lists.At((uint)frame, i);
                map.Restrict(va, protection);
            }
        }
    }

    /// <summary>Whether the frame was accessed since that was last cleared (<c>pmap_is_referenced</c>).</summary>
    public bool IsReferenced(ulong frame) => Has((uint)frame, FrameAttributes.Referenced);

    /// <summary>Whether the frame was written through a mapping since that was last cleared (<c>pmap_is_modified</c>).</summary>
    public bool IsModified(ulong frame) => Has((uint)frame, FrameAttributes.Modified);

    /// <summary>Forgets that the frame was accessed (<c>pmap_clear_reference</c>).</summary>
    public void ClearReference(ulong frame) => Clear((uint)frame, FrameAttributes.Referenced);

    /// <summary>Forgets that the frame was modified (<c>pmap_clear_modify</c>).</summary>
    public void ClearModify(ulong frame) => Clear((uint)frame, FrameAttributes.Modified);

    /// <summary>Fills the frame with zeros (<c>pmap_zero_page</c>).</summary>
    public void ZeroPage(ulong frame) => Memory.Frame((uint)frame).Clear();

    /// <summary>Copies a frame (<c>pmap_copy_page</c>).</summary>
    public void CopyPage(ulong source, ulong destination) => Memory.Frame((uint)source).CopyTo(Memory.Frame((uint)destination));

    /// <summary>Maps a page of the kernel's own, wired, to read and write.</summary>
    public void EnterKernel(ulong address, ulong frame) =>
        Kernel.Enter(VirtualAddress.Of(address), checked((uint)frame), Protection.Read | Protection.Write, wired: true);

    bool Has(uint frame, FrameAttributes attribute)
    {
        lock (Gate)
        {
            var all = Lists.Attributes(frame);
            for (var i = 0; i < Lists.Count(frame); i++)
            {
                var (map, va) = Lists.At(frame, i);
                all |= EntrySteps.Noted(map.Listed(va));
            }

            return (all & attribute) != 0;
        }
    }

    void Clear(uint frame, FrameAttributes attribute)
    {
        lock (Gate)
        {
            Lists.Attributes(frame) &= ~attribute;
            for (var i = 0; i < Lists.Count(frame); i++)
            {
                var (map, va) = Lists.At(frame, i);
                map.ForgetNoted(va, attribute);
            }
        }
    }
}
