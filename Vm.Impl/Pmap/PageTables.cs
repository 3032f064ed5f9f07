using Vm.Mmu;
using Vm.Paging;

namespace Vm.Pmap;

/// <summary>
/// The four-level tables of one address space, in modeled memory. Entries are named by their physical address. Tables are
/// built on demand, and those without a present entry are given back when the pool is empty.
/// </summary>
sealed class PageTables
{
    readonly PhysicalMemory memory;
    readonly TablePool pool;
    readonly ITranslationCache tlb;
    readonly uint root;

    public PageTables(PhysicalMemory memory, FrameRange frames, ITranslationCache tlb)
    {
        this.memory = memory;
        this.tlb = tlb;
        pool = new TablePool(memory, frames);
        root = pool.Take();
    }

    public ulong RootAddress => AddressOf(root);

    /// <summary>
    /// The most tables that a number of mappings can need: the root, and one path each. With this many in the pool,
    /// <see cref="Require"/> does not fail.
    /// </summary>
    public static int MostFor(int mappings) => 1 + ((FourLevelPaging.Levels - 1) * mappings);

    /// <summary>The entry that maps an address, if all tables above it exist.</summary>
    public bool TryFind(VirtualAddress va, out ulong entry)
    {
        var table = root;
        for (var level = FourLevelPaging.Levels; ; level--)
        {
            entry = EntryOf(table, FourLevelPaging.Index(va, level));
            if (level == 1) return true;
            if (!memory.Entry(entry).Present) return false;
            table = (uint)memory.Entry(entry).Frame;
        }
    }

    /// <summary>The entry that maps an address; missing tables are built.</summary>
    /// <exception cref="InvalidOperationException">All table frames are in use by other mappings.</exception>
    public ulong Require(VirtualAddress va)
    {
        if (TryFind(va, out var found)) return found;

        // Before the first new table, because an empty one would be collected at once.
        if (pool.Free < FourLevelPaging.Levels - 1) Collect();

        var table = root;
        for (var level = FourLevelPaging.Levels; level > 1; level--)
        {
            ref PageTableEntry entry = ref memory.Entry(EntryOf(table, FourLevelPaging.Index(va, level)));
            if (!entry.Present) entry = NewTable();
            table = (uint)entry.Frame;
        }

        return EntryOf(table, FourLevelPaging.Index(va, 1));
    }

    /// <summary>The first mapped page at or behind an address; regions without tables are passed in one step.</summary>
    public bool TryFindNext(ref VirtualAddress va, VirtualAddress end, out ulong entry)
    {
        while (va.Value < end.Value)
        {
            var table = root;
            var level = FourLevelPaging.Levels;
            entry = EntryOf(table, FourLevelPaging.Index(va, level));
            while (memory.Entry(entry).Present)
            {
                if (level == 1) return true;
                table = (uint)memory.Entry(entry).Frame;
                entry = EntryOf(table, FourLevelPaging.Index(va, --level));
            }

            var region = 1UL << FourLevelPaging.Shift(level);
            va = VirtualAddress.Of((va.Value & ~(region - 1)) + region);
        }

        entry = 0;
        return false;
    }

    PageTableEntry NewTable()
    {
        if (pool.Free == 0)
            throw new InvalidOperationException("every page-table frame is in use; set more of them aside at boot");

        // Rights are given or withheld in the leaf alone, so the levels above give all.
        return new PageTableEntry { Present = true, Writable = true, User = true, Frame = pool.Take() };
    }

    /// <summary>Gives back all tables that map nothing (<c>pmap_collect</c>).</summary>
    void Collect()
    {
        IsEmptyAfterCollect(root, FourLevelPaging.Levels);

        // The processor may remember entries above the leaf, too.
        tlb.Flush();
    }

    bool IsEmptyAfterCollect(uint table, int level)
    {
        var isEmpty = true;
        for (var i = 0; i < FourLevelPaging.Entries; i++)
        {
            ref PageTableEntry entry = ref memory.Entry(EntryOf(table, i));
            if (!entry.Present) continue;

            var below = (uint)entry.Frame;
            if (level > 1 && IsEmptyAfterCollect(below, level - 1))
            {
                entry = default;
                pool.Return(below);
            }
            else
            {
                isEmpty = false;
            }
        }

        return isEmpty;
    }

    static ulong AddressOf(uint frame) => (ulong)frame << FourLevelPaging.PageShift;

    static ulong EntryOf(uint table, int index) => AddressOf(table) + (ulong)(index * FourLevelPaging.EntrySize);
}
