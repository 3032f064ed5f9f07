using Vm.Paging;

namespace Vm.Mmu;

/// <summary>
/// Translates by walking the paging structures in memory, as the processor does when the TLB has nothing (Intel SDM volume
/// 3A, sections 4.3 to 4.8).
/// <para>
/// From the root down, each entry is looked at once: not present ends the walk, then a reserved bit does. Rights are
/// judged when a leaf was reached, over the whole path. A is set in each table's entry that the walk passes, and in the
/// leaf, with D for a write, when the access is allowed.
/// </para>
/// </summary>
/// <param name="memory">Where the tables are.</param>
/// <typeparam name="TMode">The paging mode.</typeparam>
public sealed class Walker<TMode>(PhysicalMemory memory) where TMode : struct, IPagingMode
{
    /// <summary>Where the tables are.</summary>
    internal PhysicalMemory Memory => memory;

    /// <summary>Translates for one access.</summary>
    /// <param name="va">A canonical address.</param>
    /// <param name="kind">What the access does.</param>
    /// <param name="user">The access is made in user mode.</param>
    /// <param name="control">The control bits in force.</param>
    /// <param name="found">The translation, when there is no fault.</param>
    /// <param name="error">The error code, when there is one.</param>
    /// <returns>Whether the access is allowed.</returns>
    public bool TryWalk(
        VirtualAddress va, AccessKind kind, bool user, in ControlRegisters control,
        out Translation found, out PageFaultError error)
    {
        found = default;
        error = AccessRules.Describe<TMode>(kind, user, control);
        var table = TMode.RootTable(control.Cr3);
        bool writable = true, forUser = true, noExecute = false;

        for (var level = TMode.Levels; ; level--)
        {
            var address = EntryAddress.Of<TMode>(table, va, level);
            var entry = memory.ReadEntry<TMode>(address);
            if (!entry.Present) return false;

            var mapsPage = TMode.MapsPage(entry, level, control);
            if ((entry.Value & TMode.Reserved(level, mapsPage, control).Value) != 0)
            {
                error.Present = error.Reserved = true;
                return false;
            }

            if (TMode.HasFlags(level))
            {
                writable &= entry.Writable;
                forUser &= entry.User;
                noExecute |= entry.NoExecute;
            }

            if (!mapsPage)
            {
                if (TMode.HasFlags(level)) Mark(address, entry, dirty: false);
                table = entry.Frame << IPagingMode.PageShift;
                continue;
            }

            var rights = AccessRules.Combined(writable, forUser, noExecute);
            var required = AccessRules.Required(kind, user, control);
            if ((rights & required) != required)
            {
                error.Present = true;
                return false;
            }

            Mark(address, entry, dirty: kind == AccessKind.Write);
            if (entry.Dirty || kind == AccessKind.Write) rights |= Rights.Dirty;
            found = new Translation(FrameOf(entry, level, va), rights, level > 1, entry.Global && control.GlobalEnable);
            return true;
        }
    }

    /// <summary>Sets A, and D if asked to, where they are not set.</summary>
    void Mark(ulong address, PageTableEntry entry, bool dirty)
    {
        var before = entry.Value;
        entry.Accessed = true;
        entry.Dirty |= dirty;
        if (entry.Value != before) memory.WriteEntry<TMode>(address, entry);
    }

    /// <summary>The frame of the 4 KiB page: a large page contributes the upper bits, the address the rest.</summary>
    static ulong FrameOf(PageTableEntry entry, int level, VirtualAddress va)
    {
        var within = (1UL << (TMode.Shift(level) - IPagingMode.PageShift)) - 1;
        return TMode.PageFrame(entry, level) | (va.PageNumber & within);
    }
}
