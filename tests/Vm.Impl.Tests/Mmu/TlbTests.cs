using Vm.Mmu;
using Vm.Paging;

namespace Vm.Tests.Mmu;

/// <summary>What the TLB may keep, and what makes it forget, on one table path that maps two pages.</summary>
public sealed class TlbTests
{
    static readonly VirtualAddress Va = VirtualAddress.Of(0x5000);

    readonly PhysicalMemory memory = new(16);
    readonly Tlb tlb = new(size: 4);
    readonly MemoryManagementUnit<FourLevelPaging> mmu;

    public TlbTests()
    {
        for (ulong table = 1; table < 4; table++) memory.Entry(table << 12) = Mapping(table + 1);
        Leaf = Mapping(7);
        mmu = new MemoryManagementUnit<FourLevelPaging>(memory, tlb) { Control = new ControlRegisters { Cr3 = 1 << 12 } };
    }

    ref PageTableEntry Leaf => ref memory.Entry((4UL << 12) + (5 * FourLevelPaging.EntrySize));

    static PageTableEntry Mapping(ulong frame) => new() { Present = true, Writable = true, User = true, Frame = frame };

    ulong Frame(AccessKind kind = AccessKind.Read, ulong va = 0x5000)
    {
        Assert.True(mmu.TryAccess(VirtualAddress.Of(va), kind, user: true, out var address, out var error), error.ToString());
        return address >> 12;
    }

    [Fact]
    public void Access_Again_HitsTheTlb()
    {
        Frame();
        Frame();
        Assert.Equal(1, mmu.TlbMisses);
    }

    [Fact]
    public void Access_AfterTheTableChanged_UsesTheStaleTranslation()
    {
        Frame();
        Leaf = Mapping(8);
        Assert.Equal(7UL, Frame());
    }

    [Fact]
    public void Invalidate_ThatPage_MakesTheChangeSeen()
    {
        Frame();
        Leaf = Mapping(8);
        tlb.Invalidate(Va);
        Assert.Equal(8UL, Frame());
    }

    [Fact]
    public void Invalidate_AnotherPage_KeepsTheTranslation()
    {
        Frame();
        Leaf = Mapping(8);
        tlb.Invalidate(VirtualAddress.Of(0x9000));
        Assert.Equal(7UL, Frame());
    }

    [Fact]
    public void Control_Loaded_FlushesTheTlb()
    {
        Frame();
        Leaf = Mapping(8);
        mmu.Control = mmu.Control;
        Assert.Equal(8UL, Frame());
    }

    [Fact]
    public void Control_Loaded_KeepsGlobalTranslationsWhilePgeIsOn()
    {
        mmu.Control = mmu.Control with { GlobalEnable = true };
        Leaf.Global = true;
        Frame();
        Leaf = Mapping(8);
        mmu.Control = mmu.Control;
        Assert.Equal(7UL, Frame());

        tlb.Invalidate(Va);
        Assert.Equal(8UL, Frame());
    }

    [Fact]
    public void Control_Loaded_ForgetsGlobalTranslationsWhilePgeIsOff()
    {
        Leaf.Global = true;
        Frame();
        Leaf = Mapping(8);
        mmu.Control = mmu.Control;
        Assert.Equal(8UL, Frame());
    }

    [Fact]
    public void Control_PgeToggled_FlushesEverything()
    {
        mmu.Control = mmu.Control with { GlobalEnable = true };
        Leaf.Global = true;
        Frame();
        Leaf = Mapping(8);
        Assert.Equal(7UL, Frame());
        mmu.Control = mmu.Control with { GlobalEnable = false };
        Assert.Equal(8UL, Frame());
    }

    [Fact]
    public void Access_PageWithTheSameSlot_ReplacesTheTranslation()
    {
        memory.Entry((4UL << 12) + (9 * FourLevelPaging.EntrySize)) = Mapping(9);
        Frame();
        Assert.Equal(9UL, Frame(va: 0x9000));
        Leaf = Mapping(8);
        Assert.Equal(8UL, Frame());
    }

    [Fact]
    public void Write_ThroughACleanTranslation_WalksAgainAndSetsDirty()
    {
        Frame();
        Assert.False(Leaf.Dirty);

        Frame(AccessKind.Write);
        Assert.True(Leaf.Dirty);
        Assert.Equal(2, mmu.TlbMisses);

        Frame(AccessKind.Write);
        Assert.Equal(2, mmu.TlbMisses);
    }

    [Fact]
    public void Write_AfterDirtyWasCleared_NeedsAnInvalidationToSetItAgain()
    {
        Frame(AccessKind.Write);
        Leaf.Dirty = false;
        Frame(AccessKind.Write);
        Assert.False(Leaf.Dirty);

        tlb.Invalidate(Va);
        Frame(AccessKind.Write);
        Assert.True(Leaf.Dirty);
    }

    [Fact]
    public void Access_AfterRightsWereRaised_NeedsNoInvalidation()
    {
        Leaf.Writable = false;
        Frame();
        Leaf.Writable = true;
        Assert.Equal(7UL, Frame(AccessKind.Write));
    }

    [Fact]
    public void Access_ThatFaults_ForgetsTheTranslation()
    {
        Leaf.Writable = false;
        Frame();
        Leaf.Frame = 8;
        Assert.False(mmu.TryAccess(Va, AccessKind.Write, user: true, out _, out _));
        Assert.Equal(8UL, Frame());
    }

    [Fact]
    public void Invalidate_OnePieceOfALargePage_ForgetsAllPieces()
    {
        ref PageTableEntry directory = ref memory.Entry(3UL << 12);
        directory = new PageTableEntry { Present = true, User = true, PageSize = true, Frame = 0x200 };
        Assert.Equal(0x205UL, Frame());
        Assert.Equal(0x206UL, Frame(va: 0x6000));

        directory.Frame = 0x400;
        tlb.Invalidate(Va);
        Assert.Equal(0x406UL, Frame(va: 0x6000));
    }

    [Fact]
    public void Access_ByTheSupervisor_DoesNotLendItsTranslationToUsers()
    {
        Leaf.User = false;
        Assert.True(mmu.TryAccess(Va, AccessKind.Read, user: false, out _, out _));
        Assert.False(mmu.TryAccess(Va, AccessKind.Read, user: true, out _, out var error));
        Assert.Equal(0x05u, error.Value);
    }

    [Fact]
    public void Access_Hit_AllocatesNothing()
    {
        Frame();
        mmu.TryAccess(Va, AccessKind.Read, user: true, out _, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) mmu.TryAccess(Va, AccessKind.Read, user: true, out _, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Tlb_SizeThatIsNotAPowerOfTwo_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tlb(size: 3));
}
