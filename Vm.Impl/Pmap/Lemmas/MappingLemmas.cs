using Vm.Mmu;
using Vm.Paging;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Pmap.Lemmas;

/// <summary>
/// What the pmap's steps on the entry of a page do to what the walker finds. Where walks before and after a step are compared, the earlier
/// one is of another memory that has the same entries on the path, because a walk itself notes things in entries.
/// </summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
[Lemmas(typeof(I386Paging), typeof(PaePaging), typeof(FourLevelPaging))]
static class MappingLemmas<TPaging> where TPaging : struct, IPagingMode
{
    [Lemma("after Enter, the walk of the address finds the frame and exactly the rights given")]
    static bool EnterIsFound(
        PhysicalMemory memory, uint root, VirtualAddress va, uint frame, Protection protection, bool user, bool wired, Access access)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!TableTree<TPaging>.IsLawful(tables, va) || !TableTree<TPaging>.Fits(frame) || !tables.TryFind(va, out var entry)) return true;

        tables.Enter(entry, frame, protection, user, wired);

        var rights = RightsOf(protection, user);
        var outcome = access.Walk<TPaging>(memory, tables.RootAddress, va);
        if (!access.IsPermitted(rights, tables.RootAddress)) return !outcome.IsAllowed;
        return outcome.Is(new(true, frame, rights, false, access.GlobalEnable && !user, 0));
    }

    [Lemma("after Remove, every access to the address faults, because nothing is mapped there")]
    static bool RemoveIsNotFound(PhysicalMemory memory, uint root, VirtualAddress va, Access access)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!TableTree<TPaging>.IsLawful(tables, va) || !tables.TryFind(va, out var entry)) return true;

        tables.Remove(entry);

        var isAllowed = new Walker<TPaging>(memory).TryWalk(va, access.Kind, access.User, access.Control(tables.RootAddress), out _, out var error);
        return !isAllowed && !error.Present && !error.Reserved;
    }

    [Lemma("Protect takes away the rights that are not in the protection, and gives none; the frame stays")]
    static bool ProtectOnlyLowers(PhysicalMemory memory, PhysicalMemory earlier, uint root, VirtualAddress va, Protection protection, Access access)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!TableTree<TPaging>.IsLawful(tables, va) || !tables.TryFind(va, out var entry)) return true;
        if (!PathEntries<TPaging>.AreSame(tables, new(earlier, root, 0, 0), va)) return true;

        var before = access.Walk<TPaging>(earlier, tables.RootAddress, va);
        tables.Lower(entry, protection);
        var after = access.Walk<TPaging>(memory, tables.RootAddress, va);

        // What was not allowed is not allowed now; it may fault for another reason.
        if (!before.IsAllowed) return !after.IsAllowed;
        var rights = before.Rights;
        if ((protection & Protection.Write) == 0) rights &= ~Rights.Writable;
        if (TPaging.HasNoExecute && (protection & Protection.Execute) == 0) rights &= ~Rights.Executable;
        if (!access.IsPermitted(rights, tables.RootAddress)) return !after.IsAllowed;
        return after.Is(before with { Rights = rights });
    }

    [Lemma("whatever is written over the entry of a page, the walk of any other address finds what it found before")]
    static bool ChangeLeavesOthers(
        PhysicalMemory memory, PhysicalMemory earlier, uint root, VirtualAddress va, PageTableEntry written, VirtualAddress other, Access access)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (va.PageNumber == other.PageNumber || !TableTree<TPaging>.AreLawful(tables, va, other)) return true;
        if (!tables.TryFind(va, out var entry) || !PathEntries<TPaging>.AreSame(tables, new(earlier, root, 0, 0), other)) return true;

        var before = access.Walk<TPaging>(earlier, tables.RootAddress, other);
        tables.Write(entry, written);
        return access.Walk<TPaging>(memory, tables.RootAddress, other).Is(before);
    }

    [Lemma("whatever is written over the entry of a page, the tables stay a tree")]
    static bool ChangeKeepsTheTree(PhysicalMemory memory, uint root, VirtualAddress va, PageTableEntry written, VirtualAddress one, VirtualAddress other)
    {
        var tables = new PageTables<TPaging>(memory, root, 0, 0);
        if (!TableTree<TPaging>.AreLawful(tables, va, one) || !TableTree<TPaging>.AreLawful(tables, va, other)) return true;
        if (!TableTree<TPaging>.AreLawful(tables, one, other) || !tables.TryFind(va, out var entry)) return true;

        tables.Write(entry, written);
        return TableTree<TPaging>.StayLawful(tables, one, other);
    }

    static Rights RightsOf(Protection protection, bool user) => AccessRules.Combined(
        writable: (protection & Protection.Write) != 0, user, noExecute: TPaging.HasNoExecute && (protection & Protection.Execute) == 0);
}
