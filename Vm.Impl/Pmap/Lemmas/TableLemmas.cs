using Vm.Mmu;
using Vm.Paging;
using Vm.Vocabulary;

namespace Vm.Pmap.Lemmas;

/// <summary>What a new table, and what the processor notes in entries, do to the tree of tables and to what the walker finds.</summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
[Lemmas(typeof(I386Paging), typeof(PaePaging), typeof(FourLevelPaging))]
static class TableLemmas<TPaging> where TPaging : struct, IPagingMode
{
    [Lemma("a new table changes what no walk finds")]
    static bool AttachLeavesWalks(
        PhysicalMemory memory, PhysicalMemory earlier, uint root, VirtualAddress va, uint table, VirtualAddress other, Access access)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!IsFresh(tables, table, va, other) || !TableTree<TPaging>.AreLawful(tables, va, other)) return true;
        if (!PathEntries<TPaging>.AreSame(tables, new(earlier, root, 0, 0), other)) return true;

        var before = access.Walk<TPaging>(earlier, tables.RootAddress, other);
        tables.TryAttach(va, table);
        return access.Walk<TPaging>(memory, tables.RootAddress, other).Is(before);
    }

    [Lemma("with a new table the tables stay a tree")]
    static bool AttachKeepsTheTree(PhysicalMemory memory, uint root, VirtualAddress va, uint table, VirtualAddress one, VirtualAddress other)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!IsFresh(tables, table, va, one) || !IsFresh(tables, table, va, other)) return true;
        if (!TableTree<TPaging>.AreLawful(tables, va, one) || !TableTree<TPaging>.AreLawful(tables, va, other)) return true;
        if (!TableTree<TPaging>.AreLawful(tables, one, other)) return true;

        tables.TryAttach(va, table);
        return TableTree<TPaging>.StayLawful(tables, one, other);
    }

    [Lemma("a new table is one fewer that is missing; when none is, the entry of the page is found")]
    static bool AttachIsAStep(PhysicalMemory memory, uint root, VirtualAddress va, uint table)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!IsFresh(tables, table, va, va) || !TableTree<TPaging>.IsLawful(tables, va)) return true;

        var missing = tables.Missing(va);
        if (tables.TryFind(va, out _) != (missing == 0)) return false;
        return tables.TryAttach(va, table) ? tables.Missing(va) == missing - 1 : missing == 0;
    }

    [Lemma("a walk notes A in entries that it passes, and D in those of pages; in all entries on the path of any address nothing else changes")]
    static bool WalkOnlyNotes(PhysicalMemory memory, uint root, VirtualAddress va, Access access, VirtualAddress other)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!TableTree<TPaging>.AreLawful(tables, va, other)) return true;

        var before = PathEntries<TPaging>.Of(tables, other);
        access.Walk<TPaging>(memory, tables.RootAddress, va);
        return before.DiffersInNotesOnly(PathEntries<TPaging>.Of(tables, other));
    }

    [Lemma("what is noted in the entries on the path of an address changes nothing of what a walk of it finds")]
    static bool NotesAreIgnored(PhysicalMemory memory, PhysicalMemory noted, uint root, VirtualAddress va, Access access)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        var others = new PageTables<TPaging>(noted, root, 0, 0);
        if (!TableTree<TPaging>.IsLawful(tables, va)) return true;
        if (!PathEntries<TPaging>.Of(tables, va).DiffersInNotesOnly(PathEntries<TPaging>.Of(others, va))) return true;

        return TableTree<TPaging>.IsLawful(others, va)
            && access.Walk<TPaging>(memory, tables.RootAddress, va).Is(access.Walk<TPaging>(noted, tables.RootAddress, va));
    }

    /// <summary>The frame is one that a lawful pmap may be given: no table of the space yet.</summary>
    static bool IsFresh(PageTables<TPaging> tables, uint frame, VirtualAddress va, VirtualAddress other) =>
        TableTree<TPaging>.Fits(frame) && TableTree<TPaging>.IsNoTable(tables, va, frame) && TableTree<TPaging>.IsNoTable(tables, other, frame);
}
