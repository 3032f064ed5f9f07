using Vm.Mmu;
using Vm.Paging;
using Vm.Resident;

namespace Vm.Pmap;

/// <summary>
/// The machine-dependent map of one address space (<c>pmap</c>): page tables in modeled memory, the physical-to-virtual
/// lists, and the invalidations that they ask for. Addresses are of the user half, and are rounded down to pages. The caller
/// serialises.
/// </summary>
public sealed partial class PhysicalMap : IPhysicalMap
{
    /// <summary>The value of an entry's available bits that marks a wired mapping.</summary>
    const byte Wired = 1;

    readonly PhysicalMemory memory;
    readonly ITranslationCache tlb;
    readonly PageTables tables;
    readonly MappingLists lists;

    /// <param name="memory">The machine's memory.</param>
    /// <param name="tableFrames">The frames set aside for page tables; <see cref="TablesFor"/> tells how many.</param>
    /// <param name="tlb">What remembers translations.</param>
    public PhysicalMap(PhysicalMemory memory, FrameRange tableFrames, ITranslationCache tlb)
    {
        this.memory = memory;
        this.tlb = tlb;
        tables = new PageTables(memory, tableFrames, tlb);
        lists = new MappingLists(memory.Frames);
    }

    /// <summary>Physical address of the root table, for CR3.</summary>
    public ulong RootAddress => tables.RootAddress;

    /// <summary>The table frames that suffice for a number of mappings, wherever they are.</summary>
    public static int TablesFor(int mappings) => PageTables.MostFor(mappings);

    /// <summary>
    /// Maps a page (<c>pmap_enter</c>), in place of what was mapped there. Without any right the page is unmapped.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The address is not in the user half.</exception>
    public void Enter(VirtualAddress va, uint frame, Protection protection, bool wired)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(va.Value, VirtualAddress.UserEnd);
        va = PageOf(va);
        if (protection == Protection.None)
        {
            Remove(va, Behind(va));
            return;
        }

        ref PageTableEntry entry = ref memory.Entry(tables.Require(va));
        var fresh = new PageTableEntry
        {
            Present = true,
            Writable = protection.HasFlag(Protection.Write),
            NoExecute = !protection.HasFlag(Protection.Execute),
            User = true,
            Frame = frame,
            Available = wired ? Wired : (byte)0,
        };

        if (entry.Present && entry.Frame == frame)
        {
            fresh.Accessed = entry.Accessed;
            fresh.Dirty = entry.Dirty;
        }
        else
        {
            if (entry.Present) Forget(va, entry);
            lists.Add(frame, va);
        }

        var replaced = entry.Present;
        entry = fresh;
        if (replaced) tlb.Invalidate(va);
    }

    /// <summary>Unmaps a range of addresses (<c>pmap_remove</c>), the end not included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends behind the user half.</exception>
    public void Remove(VirtualAddress start, VirtualAddress end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end.Value, VirtualAddress.UserEnd);
        for (var va = PageOf(start); tables.TryFindNext(ref va, end, out var address); va = Behind(va))
            RemoveMapping(va, ref memory.Entry(address));
    }

    /// <summary>
    /// Takes away the rights that are not in <paramref name="protection"/> from a range of addresses (<c>pmap_protect</c>),
    /// the end not included. It gives none. A page without the right to be read is unmapped.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The range ends behind the user half.</exception>
    public void Protect(VirtualAddress start, VirtualAddress end, Protection protection)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end.Value, VirtualAddress.UserEnd);
        for (var va = PageOf(start); tables.TryFindNext(ref va, end, out var address); va = Behind(va))
            Restrict(va, ref memory.Entry(address), protection);
    }

    /// <summary>The physical address that an address is mapped to, if it is (<c>pmap_extract</c>).</summary>
    public bool TryExtract(VirtualAddress va, out ulong physicalAddress)
    {
        physicalAddress = 0;
        if (va.Value >= VirtualAddress.UserEnd || !tables.TryFind(va, out var address)) return false;

        ref PageTableEntry entry = ref memory.Entry(address);
        if (!entry.Present) return false;

        physicalAddress = (entry.Frame << FourLevelPaging.PageShift) | va.Offset;
        return true;
    }

    void Restrict(VirtualAddress va, ref PageTableEntry entry, Protection protection)
    {
        if (!protection.HasFlag(Protection.Read))
        {
            RemoveMapping(va, ref entry);
            return;
        }

        var before = entry.Value;
        if (!protection.HasFlag(Protection.Write)) entry.Writable = false;
        if (!protection.HasFlag(Protection.Execute)) entry.NoExecute = true;
        if (entry.Value != before) tlb.Invalidate(va);
    }

    void RemoveMapping(VirtualAddress va, ref PageTableEntry entry)
    {
        Forget(va, entry);
        entry = default;
        tlb.Invalidate(va);
    }

    /// <summary>Takes a mapping off its frame's list and keeps what it knew of the frame.</summary>
    void Forget(VirtualAddress va, PageTableEntry entry)
    {
        var frame = (uint)entry.Frame;
        lists.Remove(frame, va);
        lists.Attributes(frame) |= AttributesOf(entry);
    }

    static VirtualAddress PageOf(VirtualAddress va)
    {
        va.Offset = 0;
        return va;
    }

    static VirtualAddress Behind(VirtualAddress va) => VirtualAddress.Of(va.Value + FourLevelPaging.PageSize);
}
