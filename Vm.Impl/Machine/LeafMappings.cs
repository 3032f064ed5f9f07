using Vm.Mmu;
using Vm.Paging;

namespace Vm.Machine;

/// <summary>Reads what the paging structures in memory map.</summary>
public static class LeafMappings
{
    /// <summary>All leaves under the root that CR3 names, in the order of their indexes.</summary>
    public static IEnumerable<LeafMapping> Of(PhysicalMemory memory, ControlRegisters control) =>
        Under(memory, control.Cr3, FourLevelPaging.Levels, va: 0, user: true, writable: true);

    static IEnumerable<LeafMapping> Under(PhysicalMemory memory, ulong table, int level, ulong va, bool user, bool writable)
    {
        for (var i = 0; i < FourLevelPaging.Entries; i++)
        {
            var entry = PageTableEntry.Of(memory.Entry(table + (ulong)(i * FourLevelPaging.EntrySize)).Value);
            if (!entry.Present) continue;

            var first = SignExtended(va | ((ulong)i << FourLevelPaging.Shift(level)));
            var (below, writableBelow) = (user && entry.User, writable && entry.Writable);
            if (level == 1 || entry.PageSize)
            {
                yield return new LeafMapping(
                    first, entry.Frame << FourLevelPaging.PageShift, 1UL << FourLevelPaging.Shift(level), FlagsOf(entry), below, writableBelow);
                continue;
            }

            foreach (var leaf in Under(memory, entry.Frame << FourLevelPaging.PageShift, level - 1, first, below, writableBelow))
                yield return leaf;
        }
    }

    static ulong SignExtended(ulong va) =>
        (ulong)((long)va << (64 - FourLevelPaging.AddressBits) >> (64 - FourLevelPaging.AddressBits));

    static List<string> FlagsOf(PageTableEntry leaf) =>
    [
        .. Flag(leaf.Writable, "RW"), .. Flag(leaf.User, "US"), .. Flag(leaf.WriteThrough, "PWT"), .. Flag(leaf.CacheDisable, "PCD"),
        .. Flag(leaf.Accessed, "A"), .. Flag(leaf.Dirty, "D"), .. Flag(leaf.Global, "G"), .. Flag(leaf.NoExecute, "NX"),
    ];

    static string[] Flag(bool isSet, string name) => isSet ? [name] : [];
}
