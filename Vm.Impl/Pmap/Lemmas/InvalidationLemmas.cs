using Vm.Mmu;
using Vm.Paging;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Pmap.Lemmas;

/// <summary>What the invalidation behind a change does: no program sees a translation that the tables do not have any more.</summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
[Lemmas(typeof(I386Paging), typeof(PaePaging), typeof(FourLevelPaging))]
static class InvalidationLemmas<TPaging> where TPaging : struct, IPagingMode
{
    [Lemma("an invalidated address is not found in the TLB")]
    static bool InvalidatedIsNotFound(Tlb tlb, VirtualAddress va, Rights required)
    {
        if (!tlb.IsSetUp) return true;
        tlb.Invalidate(va);
        return !tlb.TryFind(va, required, out _);
    }

    [Lemma("an invalidation adds nothing to the TLB: what it has for another address it had before")]
    static bool InvalidationAddsNothing(Tlb tlb, VirtualAddress va, VirtualAddress other, Rights required)
    {
        if (!tlb.IsSetUp) return true;
        var wasFound = tlb.TryFind(other, required, out var before);
        tlb.Invalidate(va);
        return !tlb.TryFind(other, required, out var after) || (wasFound && after == before);
    }

    [Lemma("after Enter and the invalidation, the MMU translates the address to the frame, whatever the TLB had")]
    static bool EnterIsSeen(MemoryManagementUnit<TPaging> mmu, uint root, VirtualAddress va, uint frame, Protection protection, bool user, bool wired, AccessKind kind, bool byUser)
    {
        var tables = new PageTables<TPaging>(mmu.Memory, root, 0, 0);
        if (!IsSetUp(mmu, tables) || !TableTree<TPaging>.IsLawful(tables, va) || !TableTree<TPaging>.Fits(frame)) return true;
        if (!tables.TryFind(va, out var entry)) return true;

        tables.Enter(entry, frame, protection, user, wired);
        mmu.Tlb.Invalidate(va);

        var isAllowed = mmu.TryAccess(va, kind, byUser, out var address, out _);
        var rights = AccessRules.Combined(
            writable: (protection & Protection.Write) != 0, user, noExecute: TPaging.HasNoExecute && (protection & Protection.Execute) == 0);
        var required = AccessRules.Required(kind, byUser, mmu.Control);
        return isAllowed == ((rights & required) == required)
            && (!isAllowed || address == (((ulong)frame << IPagingMode.PageShift) | va.Offset));
    }

    [Lemma("after Remove and the invalidation, the MMU faults at the address, whatever the TLB had")]
    static bool RemoveIsSeen(MemoryManagementUnit<TPaging> mmu, uint root, VirtualAddress va, AccessKind kind, bool byUser)
    {
        var tables = new PageTables<TPaging>(mmu.Memory, root, 0, 0);
        if (!IsSetUp(mmu, tables) || !TableTree<TPaging>.IsLawful(tables, va) || !tables.TryFind(va, out var entry)) return true;

        tables.Remove(entry);
        mmu.Tlb.Invalidate(va);
        return !mmu.TryAccess(va, kind, byUser, out _, out var error) && !error.Present;
    }

    [Lemma("after Protect and the invalidation, the MMU allows no access that the protection forbids, whatever the TLB had")]
    static bool ProtectIsSeen(MemoryManagementUnit<TPaging> mmu, uint root, VirtualAddress va, Protection protection, AccessKind kind)
    {
        var tables = new PageTables<TPaging>(mmu.Memory, root, 0, 0);
        if (!IsSetUp(mmu, tables) || !TableTree<TPaging>.IsLawful(tables, va) || !tables.TryFind(va, out var entry)) return true;

        tables.Lower(entry, protection);
        mmu.Tlb.Invalidate(va);
        return !mmu.TryAccess(va, kind, user: true, out _, out _) || kind switch
        {
            AccessKind.Write => (protection & Protection.Write) != 0,
            AccessKind.Fetch => !TPaging.HasNoExecute || (protection & Protection.Execute) != 0,
            _ => true,
        };
    }

    /// <summary>The MMU runs on these tables, with the control bits that the pmap relies on.</summary>
    [Assumed("the MMU runs on the space's tables with EFER.NXE 1 and MAXPHYADDR 40, as a processor's constructor and PhysicalMap.Activate leave it")]
    static bool IsSetUp(MemoryManagementUnit<TPaging> mmu, PageTables<TPaging> tables) =>
        mmu.Control.Cr3 == tables.RootAddress && mmu.Control.NoExecuteEnable
        && mmu.Control.PhysicalAddressBits == new ControlRegisters().PhysicalAddressBits && mmu.IsSetUp();
}
