using System.Reflection;
using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;
using Vm.Resident;

namespace Vm.Proofs.Tests.Lemmas;

/// <summary>Steps that are wrong in one thing each, to be run in place of the right ones.</summary>
static class BrokenSteps
{
    /// <summary>The right step and the wrong one, by what is wrong.</summary>
    public static IReadOnlyDictionary<string, (MethodBase Right, MethodInfo Wrong)> All { get; } =
        new Dictionary<string, (MethodBase, MethodInfo)>
        {
            ["map swaps RW and US"] = (Of(typeof(EntrySteps), "Map"), Here(nameof(MapSwapping))),
            ["map forgets NX"] = (Of(typeof(EntrySteps), "Map"), Here(nameof(MapForgettingNx))),
            ["lower forgets NX"] = (Of(typeof(EntrySteps), "Lower"), Here(nameof(LowerForgettingNx))),
            ["lower gives"] = (Of(typeof(EntrySteps), "Lower"), Here(nameof(LowerGiving))),
            ["unmap keeps P"] = (Of(typeof(EntrySteps), "Unmap"), Here(nameof(UnmapKeepingPresent))),
            ["the wrong level is written"] = (Of(typeof(PageTables<>), "TryFind"), Here(nameof(FindTheWrongLevel))),
            ["the invalidation is forgotten"] = (Of(typeof(Tlb), "Invalidate"), Here(nameof(ForgetTheInvalidation))),
            ["a new table is not cleared"] = (Of(typeof(PhysicalMemory), "ClearFrame"), Here(nameof(LeaveTheFrame))),
            ["an index has two bits swapped"] = (Of(typeof(EntryAddress), "Of"), Here(nameof(SwappedAddress))),
            ["two bits of an index change places"] = (Of(typeof(PaePaging), "Index"), Here(nameof(SwappedIndex))),
            ["an index has a bit too many"] = (Of(typeof(PaePaging), "Index"), Here(nameof(WideIndex))),
            ["a walk notes in a wrong bit"] = (Of(typeof(Walker<>), "Mark"), Here(nameof(MarkTheWrongBit))),
            ["a walk goes by what it notes"] = (Of(typeof(Walker<>), "FrameOf"), Here(nameof(FrameByDirty))),
            ["an invalidation fills the next slot"] = (Of(typeof(Tlb), "Invalidate"), Here(nameof(InvalidateAndFill))),
        };

    static PageTableEntry MapSwapping<TPaging>(uint frame, Protection protection, bool user, bool wired) where TPaging : struct, IPagingMode => new()
    {
        Present = true,
        User = (protection & Protection.Write) != 0,
        Writable = user,
        NoExecute = TPaging.HasNoExecute && (protection & Protection.Execute) == 0,
        Global = !user,
        Frame = frame,
    };

    static PageTableEntry MapForgettingNx<TPaging>(uint frame, Protection protection, bool user, bool wired) where TPaging : struct, IPagingMode => new()
    {
        Present = true,
        Writable = (protection & Protection.Write) != 0,
        User = user,
        Global = !user,
        Frame = frame,
    };

    static PageTableEntry LowerForgettingNx<TPaging>(PageTableEntry entry, Protection protection) where TPaging : struct, IPagingMode
    {
        if ((protection & Protection.Write) == 0) entry.Writable = false;
        return entry;
    }

    static PageTableEntry LowerGiving<TPaging>(PageTableEntry entry, Protection protection) where TPaging : struct, IPagingMode
    {
        entry.Writable = (protection & Protection.Write) != 0;
        if (TPaging.HasNoExecute) entry.NoExecute = (protection & Protection.Execute) == 0;
        return entry;
    }

    static PageTableEntry UnmapKeepingPresent() => new() { Present = true };

    static bool FindTheWrongLevel<TPaging>(PageTables<TPaging> tables, VirtualAddress va, out ulong entry) where TPaging : struct, IPagingMode
    {
        entry = EntryAddress.Of<TPaging>(tables.RootAddress, va, TPaging.Levels);
        return tables.Missing(va) == 0;
    }

    static void ForgetTheInvalidation(Tlb tlb, VirtualAddress va) => _ = (tlb, va);

    static void LeaveTheFrame(PhysicalMemory memory, uint frame) => _ = (memory, frame);

    static ulong SwappedAddress<TPaging>(ulong table, VirtualAddress va, int level) where TPaging : struct, IPagingMode
    {
        var index = TPaging.Index(va, level);
        var swapped = (index & ~3) | ((index & 1) << 1);
        return table + (ulong)(swapped * TPaging.EntrySize);
    }

    static int SwappedIndex(VirtualAddress va, int level)
    {
        var index = (int)(va.Value >> PaePaging.Shift(level)) & (PaePaging.Entries(level) - 1);
        return (index & ~3) | ((index & 1) << 1) | ((index >> 1) & 1);
    }

    static int WideIndex(VirtualAddress va, int level) => (int)(va.Value >> PaePaging.Shift(level)) & ((2 * PaePaging.Entries(level)) - 1);

    static void MarkTheWrongBit<TPaging>(Walker<TPaging> walker, ulong address, PageTableEntry entry, bool dirty) where TPaging : struct, IPagingMode
    {
        entry.Accessed = true;
        entry.WriteThrough |= dirty;
        walker.Memory.WriteEntry<TPaging>(address, entry);
    }

    static ulong FrameByDirty<TPaging>(PageTableEntry entry, int level, VirtualAddress va) where TPaging : struct, IPagingMode =>
        level > 1 || !entry.Dirty ? entry.Frame : entry.Frame ^ 1;

    static void InvalidateAndFill(Tlb tlb, VirtualAddress va)
    {
        tlb.Flush();
        tlb.Fill(VirtualAddress.Of(va.Value + IPagingMode.PageSize), new Translation(0, Rights.All, IsLarge: false, IsGlobal: false));
    }

    static MethodBase Of(Type type, string name) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance).Single(method => method.Name == name);

    static MethodInfo Here(string name) => typeof(BrokenSteps).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
