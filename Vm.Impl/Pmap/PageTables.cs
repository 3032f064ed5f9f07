using Vm.Mmu;
using Vm.Paging;
using Vm.Resident;

namespace Vm.Pmap;

/// <summary>
/// The tables of one address space, in modeled memory. Entries are named by their physical address. The root's entries from
/// <paramref name="rootEntries"/> on belong to another space, whose tables are shared.
/// </summary>
/// <param name="memory">Where the tables are.</param>
/// <param name="root">The root table's frame.</param>
/// <param name="firstRootEntry">The root's first entry that belongs to this space.</param>
/// <param name="rootEntries">The one behind the last.</param>
sealed class PageTables<TPaging>(PhysicalMemory memory, uint root, int firstRootEntry, int rootEntries) where TPaging : struct, IPagingMode
{
    public ulong RootAddress => AddressOf(root);

    public uint Root => root;

    /// <summary>
    /// PAE processors read the root's entries when CR3 is loaded, and not again (Intel SDM volume 3A, section 4.4.1). So these never
    /// change: the directories are there from the beginning to the end.
    /// </summary>
    public static bool HasFixedDirectories => !TPaging.HasFlags(TPaging.Levels);

    public PageTableEntry Read(ulong entry) => memory.ReadEntry<TPaging>(entry);

    public void Write(ulong entry, PageTableEntry value) => memory.WriteEntry<TPaging>(entry, value);

    /// <summary>Maps a page of 4 KiB: how <c>pmap_enter</c> changes an entry. What the processor noted about the same frame stays.</summary>
    /// <returns>The entry before.</returns>
    public PageTableEntry Enter(ulong entry, uint frame, Protection protection, bool user, bool wired)
    {
        var old = Read(entry);
        var fresh = EntrySteps.Map<TPaging>(frame, protection, user, wired);
        if (old.Present && old.Frame == frame) fresh = EntrySteps.KeepNoted(fresh, old);
        Write(entry, fresh);
        return old;
    }

    /// <summary>Unmaps a page: how <c>pmap_remove</c> changes an entry.</summary>
    /// <returns>The entry before.</returns>
    public PageTableEntry Remove(ulong entry)
    {
        var old = Read(entry);
        Write(entry, EntrySteps.Unmap());
        return old;
    }

    /// <summary>Takes away the rights that are not in a protection: how <c>pmap_protect</c> changes an entry.</summary>
    /// <returns>Whether it had any of them.</returns>
    public bool Lower(ulong entry, Protection protection)
    {
        var old = Read(entry);
        var lowered = EntrySteps.Lower<TPaging>(old, protection);
        if (lowered.Value == old.Value) return false;

        Write(entry, lowered);
        return true;
    }

    /// <summary>The entry that maps an address, if all tables above it exist.</summary>
    public bool TryFind(VirtualAddress va, out ulong entry)
    {
        entry = Lowest(va, out var level);
        return level == 1;
    }

    /// <summary>Number of tables that an address needs before it can be mapped.</summary>
    public int Missing(VirtualAddress va)
    {
        Lowest(va, out var level);
        return level - 1;
    }

    /// <summary>Puts a table of nothing where the first one is missing for an address.</summary>
    /// <returns>False if none is missing.</returns>
    public bool TryAttach(VirtualAddress va, uint table)
    {
        var entry = Lowest(va, out var level);
        if (level == 1) return false;

        memory.ClearFrame(table);
        Write(entry, TPaging.NameTable(table, level));
        return true;
    }

    /// <summary>The first mapped page at or behind an address; regions without tables are passed in one step.</summary>
    public bool TryFindNext(ref VirtualAddress va, VirtualAddress end, out ulong entry)
    {
        while (va.Value < end.Value)
        {
            entry = Lowest(va, out var level);
            if (level == 1 && Read(entry).Present) return true;

            var region = 1UL << TPaging.Shift(level);
            var next = (va.Value & ~(region - 1)) + region;
            if (next == 0) break;
            va = VirtualAddress.Of(next);
        }

        entry = 0;
        return false;
    }

    /// <summary>Whether a mapping in the page table that has an entry is wired.</summary>
    public bool HasWiredNeighbour(ulong entry)
    {
        var table = entry & ~(ulong)(IPagingMode.PageSize - 1);
        for (var i = 0; i < TPaging.Entries(1); i++)
        {
            if (EntrySteps.IsWired(Read(EntryAt(table, i)))) return true;
        }

        return false;
    }

    /// <summary>Takes out all tables that map nothing.</summary>
    /// <param name="detached">The frames of the tables that nothing names any more.</param>
    /// <param name="all">The fixed directories, too: the space ends.</param>
    public void DetachEmpty(List<uint> detached, bool all = false)
    {
        for (var i = firstRootEntry; i < rootEntries; i++) DetachIfEmpty(EntryAt(RootAddress, i), TPaging.Levels, detached, all);
    }

    /// <returns>Whether the entry names no table any more.</returns>
    bool DetachIfEmpty(ulong entry, int level, List<uint> detached, bool all)
    {
        var value = Read(entry);
        if (!value.Present) return true;
        if (level == 1) return false;

        var isEmpty = true;
        for (var i = 0; i < TPaging.Entries(level - 1); i++)
            isEmpty &= DetachIfEmpty(EntryAt(AddressOf((uint)value.Frame), i), level - 1, detached, all);
        if (!isEmpty || (level == TPaging.Levels && HasFixedDirectories && !all)) return false;

        Write(entry, EntrySteps.Unmap());
        detached.Add((uint)value.Frame);
        return true;
    }

    /// <summary>The entry of the lowest table that exists for an address.</summary>
    ulong Lowest(VirtualAddress va, out int level)
    {
        var table = RootAddress;
        for (level = TPaging.Levels; ; level--)
        {
            var entry = EntryAddress.Of<TPaging>(table, va, level);
            if (level == 1) return entry;

            var value = Read(entry);
            if (!value.Present) return entry;
            table = AddressOf((uint)value.Frame);
        }
    }

    static ulong AddressOf(uint frame) => (ulong)frame << IPagingMode.PageShift;

    static ulong EntryAt(ulong table, int index) => table + (ulong)(index * TPaging.EntrySize);
}
