using Vm.Mmu;
using Vm.Paging;

namespace Vm.Tests.Mmu;

/// <summary>The MMU against expectations that were not made by this project.</summary>
public sealed class WalkConformanceTests
{
    readonly PhysicalMemory memory = new(0x2200000 / FourLevelPaging.PageSize);
    readonly MemoryManagementUnit<FourLevelPaging> mmu;

    public WalkConformanceTests() => mmu = new MemoryManagementUnit<FourLevelPaging>(memory, new Tlb());

    /// <summary>Where a file's rows put their tables: root, PDPT, PD, PT.</summary>
    static readonly ulong[] AccessTables = [0x10000, 0x2100000, 0x2101000, 0x2102000];
    static readonly ulong[] MmuTables = [0x10000, 0x11000, 0x12000, 0x13000];

    [Fact]
    public void AccessCases_All_AgreeWithTheMmu() =>
        Assert.Empty(WalkCase.ReadAll("access-cases.csv.gz").Where(row => !AgreesWithAccessCase(row)).Select(row => row.Text).Take(5));

    [Fact]
    public void MmuCases_All_AgreeWithTheMmu() =>
        Assert.Empty(WalkCase.ReadAll("mmu-cases.x86_64.csv.gz").Where(row => !AgreesWithMmuCase(row)).Select(row => row.Text).Take(5));

    [Fact]
    public void AccessCases_MmuThatForgetsNx_Disagrees() =>
        Assert.Contains(WalkCase.ReadAll("access-cases.csv.gz"), row => !AgreesWithAccessCase(row, control => control with { NoExecuteEnable = false }));

    [Fact]
    public void MmuCases_MmuThatForgetsSmap_Disagrees() =>
        Assert.Contains(WalkCase.ReadAll("mmu-cases.x86_64.csv.gz"), row => !AgreesWithMmuCase(row, control => control with { Smap = false }));

    bool AgreesWithAccessCase(WalkCase row, Func<ControlRegisters, ControlRegisters>? defect = null)
    {
        var va = VirtualAddress.Of(0xffff_9234_0000_0000);
        string[] entries = ["pml4e", "pdpte", "pde", "pte"];
        var addresses = Place(row, va, AccessTables, entries);
        return Perform(row, va, AccessTables[0], defect)
            && memory.Entry(addresses[2]).Value.Matches(row.Number("pde_after"), except: row.Number("pde_ignore"))
            && (!row.Has("pte") || memory.Entry(addresses[3]).Value == row.Number("pte_after"));
    }

    bool AgreesWithMmuCase(WalkCase row, Func<ControlRegisters, ControlRegisters>? defect = null)
    {
        var va = VirtualAddress.Of(row.Number("va"));
        string[] entries = ["e4", "e3", "e2", "e1"];
        var addresses = Place(row, va, MmuTables, entries);
        return Perform(row, va, MmuTables[0], defect)
            && entries.Zip(addresses).All(entry => !row.Has(entry.First)
                || memory.Entry(entry.Second).Value.Matches(
                    row.Number(entry.First + "_after"), except: entry.First == "e1" ? 0 : row.Number("upper_ignore")));
    }

    /// <summary>Puts the row's entries on the path of the address.</summary>
    /// <returns>Where they are, from the root down.</returns>
    ulong[] Place(WalkCase row, VirtualAddress va, ulong[] tables, string[] entries)
    {
        var addresses = new ulong[tables.Length];
        for (var i = 0; i < tables.Length; i++)
        {
            addresses[i] = tables[i] + (ulong)(FourLevelPaging.Index(va, FourLevelPaging.Levels - i) * FourLevelPaging.EntrySize);
            memory.Entry(addresses[i]) = row.Has(entries[i]) ? PageTableEntry.Of(row.Number(entries[i])) : default;
        }

        return addresses;
    }

    /// <summary>Makes the row's accesses, through the TLB, and compares the outcome of the last one.</summary>
    bool Perform(WalkCase row, VirtualAddress va, ulong root, Func<ControlRegisters, ControlRegisters>? defect)
    {
        var control = new ControlRegisters
        {
            Cr3 = root,
            WriteProtect = row.Flag("wp"),
            NoExecuteEnable = row.Flag("nxe"),
            Smep = row.Flag("smep"),
            Smap = row.Flag("smap"),
        };
        mmu.Control = defect is null ? control : defect(control);
        if (row.Flag("read_first")) mmu.TryAccess(va, AccessKind.Read, user: false, out _, out _);
        if (row.Flag("ac")) mmu.Control = mmu.Control with { Ac = true };

        var isAllowed = mmu.TryAccess(va, row.Access, row.Flag("user"), out var address, out var error);
        if (isAllowed == row.Flag("fault")) return false;
        return isAllowed ? !HasAddress(row) || address == row.Number("pa") : error.Value == row.Number("error");
    }

    static bool HasAddress(WalkCase row) => row.Text.Contains(" pa=0x", StringComparison.Ordinal);
}

static class MaskedComparison
{
    public static bool Matches(this ulong seen, ulong expected, ulong except) => ((seen ^ expected) & ~except) == 0;
}
