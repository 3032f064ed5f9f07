using Vm.Mmu;
using Vm.Paging;

namespace Vm.Tests.Mmu;

/// <summary>The rules of the walk one by one, on a path of four tables at frames 1 to 4 that maps frame 7.</summary>
public sealed class WalkerTests
{
    static readonly VirtualAddress Va = VirtualAddress.Of(0x0000_1234_5678_9abc);

    readonly PhysicalMemory memory = new(8);
    readonly Walker<FourLevelPaging> walker;
    ControlRegisters control = new() { Cr3 = 1 << 12 };

    public WalkerTests()
    {
        walker = new Walker<FourLevelPaging>(memory);
        for (var level = 4; level >= 1; level--)
        {
            Entry(level) = new PageTableEntry
            {
                Present = true,
                Writable = true,
                User = true,
                Frame = level == 1 ? 7UL : 6 - (ulong)level,
            };
        }
    }

    ref PageTableEntry Entry(int level) =>
        ref memory.Entry((ulong)((5 - level) << 12) + (ulong)(FourLevelPaging.Index(Va, level) * FourLevelPaging.EntrySize));

    void Allows(AccessKind kind, bool user = true, ulong address = 0x7abc)
    {
        Assert.True(walker.TryWalk(Va, kind, user, control, out var found, out var error), error.ToString());
        Assert.Equal(address, found.AddressOf(Va));
    }

    void Faults(AccessKind kind, uint expected, bool user = true)
    {
        Assert.False(walker.TryWalk(Va, kind, user, control, out _, out var error));
        Assert.Equal(expected, error.Value);
    }

    [Fact]
    public void Walk_UserAccesses_ReachTheFrame()
    {
        Allows(AccessKind.Read);
        Allows(AccessKind.Write);
        Allows(AccessKind.Fetch);
    }

    [Fact]
    public void Walk_EntryNotPresent_FaultsAtEveryLevel()
    {
        for (var level = 1; level <= 4; level++)
        {
            Entry(level).Present = false;
            Faults(AccessKind.Read, 0x04);
            Faults(AccessKind.Write, 0x06);
            Faults(AccessKind.Fetch, 0x14);
            Faults(AccessKind.Write, 0x02, user: false);
            Entry(level).Present = true;
        }
    }

    [Fact]
    public void Walk_ReadOnlyAtAnyLevel_FaultsWrites()
    {
        for (var level = 1; level <= 4; level++)
        {
            Entry(level).Writable = false;
            Allows(AccessKind.Read);
            Faults(AccessKind.Write, 0x07);
            Faults(AccessKind.Write, 0x03, user: false);
            Entry(level).Writable = true;
        }
    }

    [Fact]
    public void Walk_SupervisorAtAnyLevel_FaultsUsers()
    {
        for (var level = 1; level <= 4; level++)
        {
            Entry(level).User = false;
            Faults(AccessKind.Read, 0x05);
            Faults(AccessKind.Fetch, 0x15);
            Allows(AccessKind.Write, user: false);
            Entry(level).User = true;
        }
    }

    [Fact]
    public void Walk_NoExecuteAtAnyLevel_FaultsFetches()
    {
        for (var level = 1; level <= 4; level++)
        {
            Entry(level).NoExecute = true;
            Allows(AccessKind.Write);
            Faults(AccessKind.Fetch, 0x15);
            Faults(AccessKind.Fetch, 0x11, user: false);
            Entry(level).NoExecute = false;
        }
    }

    [Fact]
    public void Walk_NoExecuteWithoutNxe_IsReserved()
    {
        control = control with { NoExecuteEnable = false };
        Entry(2).NoExecute = true;
        Faults(AccessKind.Fetch, 0x0d);
    }

    [Fact]
    public void Walk_FrameBitBeyondMaxPhyAddr_IsReserved()
    {
        for (var level = 1; level <= 4; level++)
        {
            var frame = Entry(level).Frame;
            Entry(level).Frame = frame | (1UL << 28);
            Faults(AccessKind.Read, 0x0d);
            Entry(level).Frame = frame;
        }
    }

    [Fact]
    public void Walk_PageSizeInTheRoot_IsReserved()
    {
        Entry(4).PageSize = true;
        Faults(AccessKind.Read, 0x0d);
    }

    [Fact]
    public void Walk_ReservedBitOverMissingEntry_ReportsTheUpperOne()
    {
        Entry(3).Frame |= 1UL << 30;
        Entry(2).Present = false;
        Faults(AccessKind.Read, 0x0d);
    }

    [Fact]
    public void Walk_MissingEntryUnderReadOnlyDirectory_ReportsNotPresent()
    {
        Entry(2).Writable = false;
        Entry(1).Present = false;
        Faults(AccessKind.Write, 0x06);
    }

    [Fact]
    public void Walk_LargePages_TakeTheRestFromTheAddress()
    {
        Entry(2).PageSize = true;
        Entry(2).Frame = 0x200;
        Allows(AccessKind.Read, address: 0x0020_0000 | (Va.Value & 0x1f_ffff));

        Entry(3).PageSize = true;
        Entry(3).Frame = 0x40000;
        Allows(AccessKind.Read, address: 0x4000_0000 | (Va.Value & 0x3fff_ffff));
    }

    [Fact]
    public void Walk_LargePage_AllowsPatAndRefusesMisalignment()
    {
        Entry(2).PageSize = true;
        Entry(2).Frame = 0x201;
        Allows(AccessKind.Read, address: 0x0020_0000 | (Va.Value & 0x1f_ffff));

        Entry(2).Frame = 0x202;
        Faults(AccessKind.Read, 0x0d);
    }

    [Fact]
    public void Walk_WriteProtectOff_LetsTheSupervisorWrite()
    {
        control = control with { WriteProtect = false };
        Entry(1).Writable = false;
        Allows(AccessKind.Write, user: false);
        Assert.True(Entry(1).Dirty);
        Faults(AccessKind.Write, 0x07);
    }

    [Fact]
    public void Walk_SmepAndSmap_KeepTheSupervisorOffUserPages()
    {
        control = control with { Smep = true, Smap = true };
        Faults(AccessKind.Fetch, 0x11, user: false);
        Faults(AccessKind.Read, 0x01, user: false);

        control = control with { Ac = true };
        Allows(AccessKind.Read, user: false);
        Faults(AccessKind.Fetch, 0x11, user: false);
    }

    [Fact]
    public void Walk_Read_SetsAccessedOnThePathAndNotDirty()
    {
        Allows(AccessKind.Read);
        for (var level = 1; level <= 4; level++) Assert.True(Entry(level).Accessed);
        Assert.False(Entry(1).Dirty);
    }

    [Fact]
    public void Walk_Write_SetsDirtyInTheLeafAlone()
    {
        Allows(AccessKind.Write);
        Assert.True(Entry(1).Dirty);
        for (var level = 2; level <= 4; level++) Assert.False(Entry(level).Dirty);
    }

    [Fact]
    public void Walk_FaultingWrite_LeavesTheLeafAlone()
    {
        Entry(1).Writable = false;
        var before = Entry(1).Value;
        Faults(AccessKind.Write, 0x07);
        Assert.Equal(before, Entry(1).Value);
    }

    [Fact]
    public void Walk_TableWithoutMemory_IsABusError()
    {
        Entry(2).Frame = 100;
        var stopped = Assert.Throws<BusErrorException>(() => Allows(AccessKind.Read));
        Assert.Equal((100UL << 12) + (ulong)(8 * FourLevelPaging.Index(Va, 1)), stopped.Address);
    }
}
