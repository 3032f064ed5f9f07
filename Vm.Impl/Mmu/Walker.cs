using Vm.Paging;

namespace Vm.Mmu;

/// <summary>
/// Translates by walking the paging structures in memory, as the processor does when the TLB has nothing (Intel SDM volume
/// 3A, sections 4.5 to 4.8).
/// <para>
/// From the root down, each entry is looked at once: not present ends the walk, then a reserved bit does. Rights are
/// judged when a leaf was reached, over the whole path. A is set in each table's entry that the walk passes, and in the
/// leaf, with D for a write, when the access is allowed.
/// </para>
/// </summary>
/// <param name="memory">Where the tables are.</param>
public sealed class Walker(PhysicalMemory memory)
{
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
        error = AccessRules.Describe(kind, user, control);
        var table = control.Cr3;
        bool writable = true, forUser = true, noExecute = false;

        for (var level = FourLevelPaging.Levels; ; level--)
        {
            ref PageTableEntry entry = ref memory.Entry(table + (ulong)(va.Index(level) * FourLevelPaging.EntrySize));
            if (!entry.Present) return false;

            if (HasReservedBit(entry, level, control))
            {
                error.Present = error.Reserved = true;
                return false;
            }

            writable &= entry.Writable;
            forUser &= entry.User;
            noExecute |= entry.NoExecute;
            if (IsLeaf(entry, level))
            {
                var rights = AccessRules.Combined(writable, forUser, noExecute);
                var required = AccessRules.Required(kind, user, control);
                if ((rights & required) != required)
                {
                    error.Present = true;
                    return false;
                }

                entry.Accessed = true;
                if (kind == AccessKind.Write) entry.Dirty = true;
                if (entry.Dirty) rights |= Rights.Dirty;
                found = new Translation(FrameOf(entry, level, va), rights, level > 1);
                return true;
            }

            entry.Accessed = true;
            table = entry.Frame << FourLevelPaging.PageShift;
        }
    }

    static bool IsLeaf(PageTableEntry entry, int level) => level == 1 || entry.PageSize;

    /// <summary>The frame of the 4 KiB page: a large page contributes the upper bits, the address the rest.</summary>
    static ulong FrameOf(PageTableEntry entry, int level, VirtualAddress va)
    {
        var within = PagesOf(level) - 1;
        return (entry.Frame & ~within) | (va.PageNumber & within);
    }

    static bool HasReservedBit(PageTableEntry entry, int level, in ControlRegisters control)
    {
        if (entry.NoExecute && !control.NoExecuteEnable) return true;
        if (entry.Frame >> (control.PhysicalAddressBits - FourLevelPaging.PageShift) != 0) return true;
        if (level == 1 || !entry.PageSize) return false;

        // The lowest frame bit of a large page is its PAT bit.
        const ulong Pat = 1;
        return level == FourLevelPaging.Levels || (entry.Frame & (PagesOf(level) - 1) & ~Pat) != 0;
    }

    static ulong PagesOf(int level) => 1UL << (FourLevelPaging.Shift(level) - FourLevelPaging.PageShift);
}
