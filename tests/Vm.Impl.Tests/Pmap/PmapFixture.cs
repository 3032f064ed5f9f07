using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;

namespace Vm.Tests.Pmap;

/// <summary>A processor and a map; frames from 100 on are not the map's.</summary>
sealed class PmapFixture
{
    public const uint FirstFrame = 100;

    /// <param name="tableFrames">Frames set aside for tables.</param>
    /// <param name="invalidated">What the map tells of its changes, in place of the TLB.</param>
    public PmapFixture(uint tableFrames = FirstFrame, ITranslationCache? invalidated = null)
    {
        var tlb = new Tlb();
        Memory = new PhysicalMemory(120);
        Map = new PhysicalMap(Memory, new FrameRange(0, tableFrames), invalidated ?? tlb);
        Mmu = new MemoryManagementUnit<FourLevelPaging>(Memory, tlb) { Control = new ControlRegisters { Cr3 = Map.RootAddress } };
    }

    public PhysicalMemory Memory { get; }

    public PhysicalMap Map { get; }

    public MemoryManagementUnit<FourLevelPaging> Mmu { get; }

    /// <summary>The frame that a user access reaches; null when it faults.</summary>
    public uint? Access(ulong va, AccessKind kind = AccessKind.Read) =>
        Mmu.TryAccess(VirtualAddress.Of(va), kind, user: true, out var address, out _)
            ? (uint)(address >> FourLevelPaging.PageShift)
            : null;

    /// <summary>The entry that maps an address, read from memory as the processor does.</summary>
    public PageTableEntry Leaf(VirtualAddress va)
    {
        var table = Map.RootAddress;
        for (var level = FourLevelPaging.Levels; ; level--)
        {
            var entry = Memory.Entry(table + (ulong)(FourLevelPaging.Index(va, level) * FourLevelPaging.EntrySize));
            if (level == 1 || !entry.Present) return entry;
            table = entry.Frame << FourLevelPaging.PageShift;
        }
    }
}

/// <summary>Forgets to invalidate: the must-fail twin of a TLB.</summary>
sealed class DeafCache : ITranslationCache
{
    public void Invalidate(VirtualAddress va) { }

    public void Flush() { }

    public void FlushLocal() { }
}
