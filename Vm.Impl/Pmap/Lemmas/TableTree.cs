using Vm.Paging;
using Vm.Vocabulary;

namespace Vm.Pmap.Lemmas;

/// <summary>
/// What the pmap keeps true of its tables: they form a tree, whose entries above the leaves are as <see cref="IPagingMode.NameTable"/> makes
/// them. Lemmas assume it of the paths of the addresses that they are about, and prove it kept.
/// </summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
static class TableTree<TPaging> where TPaging : struct, IPagingMode
{
    /// <summary>The table's address where there is no table.</summary>
    public const ulong None = ulong.MaxValue;

    /// <summary>Bits of a frame number that entries of the mode hold, below MAXPHYADDR.</summary>
    public static int FrameBits => Math.Min(TPaging.FrameBits, new ControlRegisters().PhysicalAddressBits - IPagingMode.PageShift);

    /// <summary>Whether an entry of the mode can name a frame.</summary>
    public static bool Fits(ulong frame) => frame >> FrameBits == 0;

    /// <summary>The address is one of the mode's, and its path is as the pmap keeps it.</summary>
    public static bool IsLawful(PageTables<TPaging> tables, VirtualAddress va) => AreLawful(tables, va, va);

    /// <summary>The addresses are of the mode's, and their paths are as the pmap keeps them.</summary>
    [Assumed("the tables of a space form a tree, named by entries as the pmap makes them; each step is proved to keep it for every pair of addresses, and a test visits whole spaces")]
    public static bool AreLawful(PageTables<TPaging> tables, VirtualAddress one, VirtualAddress other) =>
        TPaging.IsCanonical(one) && TPaging.IsCanonical(other)
        && TPaging.RootTable(tables.RootAddress) == tables.RootAddress && Fits(tables.Root)
        && IsProper(tables, one) && IsProper(tables, other)
        && AreApart(tables, one, one) && AreApart(tables, one, other) && AreApart(tables, other, other);

    /// <summary>
    /// What of <see cref="AreLawful"/> a step must keep for every two addresses. The rest is the same said of the second address and the first, or
    /// of either and itself.
    /// </summary>
    public static bool StayLawful(PageTables<TPaging> tables, VirtualAddress one, VirtualAddress other) =>
        IsProper(tables, one) && AreApart(tables, one, other);

    /// <summary>The table of a level on the path of an address, or <see cref="None"/>.</summary>
    public static ulong TableOf(PageTables<TPaging> tables, VirtualAddress va, int level)
    {
        var table = tables.RootAddress;
        for (var above = TPaging.Levels; above > level; above--)
        {
            var entry = tables.Read(EntryAddress.Of<TPaging>(table, va, above));
            if (!entry.Present) return None;
            table = entry.Frame << IPagingMode.PageShift;
        }

        return table;
    }

    /// <summary>Every table on the path of an address is named by an entry that gives all rights and has no bit that it must not have.</summary>
    public static bool IsProper(PageTables<TPaging> tables, VirtualAddress va)
    {
        var table = tables.RootAddress;
        for (var level = TPaging.Levels; level > 1; level--)
        {
            var entry = tables.Read(EntryAddress.Of<TPaging>(table, va, level));
            if (!entry.Present) return true;
            if (!Names(entry, level)) return false;
            table = entry.Frame << IPagingMode.PageShift;
        }

        return true;
    }

    /// <summary>The entry is what names its frame's table, but for what the processor notes.</summary>
    public static bool Names(PageTableEntry entry, int level)
    {
        if (!Fits(entry.Frame)) return false;
        if (TPaging.HasFlags(level)) entry.Accessed = false;
        return entry.Value == TPaging.NameTable(entry.Frame, level).Value;
    }

    /// <summary>The paths of two addresses have a table in common only where both go the same way: no table is named twice.</summary>
    public static bool AreApart(PageTables<TPaging> tables, VirtualAddress one, VirtualAddress other)
    {
        for (var level = 1; level <= TPaging.Levels; level++)
        {
            var table = TableOf(tables, one, level);
            if (table == None) continue;
            for (var otherLevel = 1; otherLevel <= TPaging.Levels; otherLevel++)
            {
                if (TableOf(tables, other, otherLevel) == table && !(level == otherLevel && GoTheSameWay(one, other, level))) return false;
            }
        }

        return true;
    }

    /// <summary>A frame is not a table on the path of an address.</summary>
    [Assumed("a frame that is given for a table is no table yet; the page module promises it, and a test visits whole spaces")]
    public static bool IsNoTable(PageTables<TPaging> tables, VirtualAddress va, uint frame)
    {
        for (var level = 1; level <= TPaging.Levels; level++)
        {
            if (TableOf(tables, va, level) == (ulong)frame << IPagingMode.PageShift) return false;
        }

        return true;
    }

    /// <summary>Two addresses have the same indices down to the table of a level.</summary>
    static bool GoTheSameWay(VirtualAddress one, VirtualAddress other, int level) =>
        level == TPaging.Levels || (one.Value ^ other.Value) >> TPaging.Shift(level + 1) == 0;
}
