using Vm.Mmu;
using Vm.Paging;

namespace Vm.Machine;

/// <summary>Reads what the paging structures in memory map.</summary>
public static class LeafMappings
{
    /// <summary>All leaves under the root that CR3 names, in the order of their indexes.</summary>
    public static IEnumerable<LeafMapping> Of<TPaging>(PhysicalMemory memory, ControlRegisters control) where TPaging : struct, IPagingMode =>
        Under<TPaging>(memory, control, TPaging.RootTable(control.Cr3), TPaging.Levels, va: default, user: true, writable: true);

    static IEnumerable<LeafMapping> Under<TPaging>(
        PhysicalMemory memory, ControlRegisters control, ulong table, int level, VirtualAddress va, bool user, bool writable)
        where TPaging : struct, IPagingMode
    {
        for (var i = 0; i < TPaging.Entries(level); i++)
        {
            var first = TPaging.WithIndex(va, level, i);
            var entry = memory.ReadEntry<TPaging>(EntryAddress.Of<TPaging>(table, first, level));
            if (!entry.Present) continue;

            var (hasFlags, mapsPage) = (TPaging.HasFlags(level), TPaging.MapsPage(entry, level, control));
            var (userBelow, writableBelow) = (user && (!hasFlags || entry.User), writable && (!hasFlags || entry.Writable));
            if (mapsPage)
            {
                yield return new LeafMapping(
                    SignExtended<TPaging>(first), TPaging.PageFrame(entry, level) << IPagingMode.PageShift, 1UL << TPaging.Shift(level),
                    FlagsOf(entry), userBelow, writableBelow);
                continue;
            }

            foreach (var leaf in Under<TPaging>(memory, control, entry.Frame << IPagingMode.PageShift, level - 1, first, userBelow, writableBelow))
                yield return leaf;
        }
    }

    static ulong SignExtended<TPaging>(VirtualAddress va) where TPaging : struct, IPagingMode =>
        TPaging.AddressBits == 32 ? va.Value : (ulong)((long)va.Value << (64 - TPaging.AddressBits) >> (64 - TPaging.AddressBits));

    static List<string> FlagsOf(PageTableEntry leaf) =>
    [
        .. Flag(leaf.Writable, "RW"), .. Flag(leaf.User, "US"), .. Flag(leaf.WriteThrough, "PWT"), .. Flag(leaf.CacheDisable, "PCD"),
        .. Flag(leaf.Accessed, "A"), .. Flag(leaf.Dirty, "D"), .. Flag(leaf.Global, "G"), .. Flag(leaf.NoExecute, "NX"),
    ];

    static string[] Flag(bool isSet, string name) => isSet ? [name] : [];
}
