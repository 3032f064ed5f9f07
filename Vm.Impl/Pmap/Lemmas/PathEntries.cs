using Vm.Paging;

namespace Vm.Pmap.Lemmas;

/// <summary>The entries on the path of an address, down to the first one that is not present; 0 below.</summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
struct PathEntries<TPaging> where TPaging : struct, IPagingMode
{
    PageTableEntry first, second, third, fourth;

    /// <summary>Reads them.</summary>
    public static PathEntries<TPaging> Of(PageTables<TPaging> tables, VirtualAddress va)
    {
        var path = default(PathEntries<TPaging>);
        var table = tables.RootAddress;
        for (var level = TPaging.Levels; level > 0; level--)
        {
            var entry = tables.Read(EntryAddress.Of<TPaging>(table, va, level));
            path.Set(level, entry);
            if (!entry.Present) break;
            table = entry.Frame << IPagingMode.PageShift;
        }

        return path;
    }

    /// <summary>Whether two spaces have the same entries on the path of an address.</summary>
    public static bool AreSame(PageTables<TPaging> tables, PageTables<TPaging> others, VirtualAddress va)
    {
        var (one, other) = (Of(tables, va), Of(others, va));
        for (var level = TPaging.Levels; level > 0; level--)
        {
            if (one.At(level).Value != other.At(level).Value) return false;
        }

        return true;
    }

    /// <summary>Whether all entries are the same, but for what the processor notes in those of their levels.</summary>
    public readonly bool DiffersInNotesOnly(PathEntries<TPaging> other)
    {
        for (var level = TPaging.Levels; level > 0; level--)
        {
            var notes = new PageTableEntry { Accessed = TPaging.HasFlags(level), Dirty = level == 1 };
            if (((At(level).Value ^ other.At(level).Value) & ~notes.Value) != 0) return false;
        }

        return true;
    }

    readonly PageTableEntry At(int level) => level switch { 1 => first, 2 => second, 3 => third, _ => fourth };

    void Set(int level, PageTableEntry entry)
    {
        switch (level)
        {
            case 1: first = entry; break;
            case 2: second = entry; break;
            case 3: third = entry; break;
            default: fourth = entry; break;
        }
    }
}
