using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;

namespace Vm.Tests.Pmap;

/// <summary>Processors and an address space; the tables are set aside, and frames from 100 on are not the map's.</summary>
sealed class PmapFixture<TPaging> where TPaging : struct, IPagingMode
{
    public const uint FirstFrame = 100;

    /// <param name="tableFrames">Frames for the tables of programs.</param>
    /// <param name="invalidated">What the first processor is told of changes, in place of its TLB.</param>
    public PmapFixture(uint tableFrames = 40, ITranslationCache? invalidated = null)
    {
        const uint Boot = 20;
        Memory = new PhysicalMemory(120);
        Maps = new PhysicalMaps<TPaging>(Memory, new BootFrames(new FrameRange(0, Boot)), kernelPages: 8);
        Tables = new BootFrames(new FrameRange(Boot, Boot + tableFrames));
        Maps.Tables = Tables;
        Processor = new Processor<TPaging>(Maps, invalidated);
        Map = Maps.Create();
        Processor.Activate(Map);
    }

    public PhysicalMemory Memory { get; }

    public PhysicalMaps<TPaging> Maps { get; }

    public BootFrames Tables { get; }

    public Processor<TPaging> Processor { get; }

    public PhysicalMap<TPaging> Map { get; }

    /// <summary>The frame that an access reaches; null when it faults.</summary>
    public uint? Access(ulong va, AccessKind kind = AccessKind.Read, bool user = true) => Access(Processor, va, kind, user);

    public static uint? Access(Processor<TPaging> processor, ulong va, AccessKind kind = AccessKind.Read, bool user = true) =>
        processor.Mmu.TryAccess(VirtualAddress.Of(va), kind, user, out var address, out _) ? (uint)(address >> IPagingMode.PageShift) : null;

    /// <summary>The entry that maps an address, read from memory as the processor does.</summary>
    public PageTableEntry Leaf(VirtualAddress va)
    {
        var table = Map.RootAddress;
        for (var level = TPaging.Levels; ; level--)
        {
            var entry = Memory.ReadEntry<TPaging>(EntryAddress.Of<TPaging>(table, va, level));
            if (level == 1) return entry;
            table = entry.Frame << IPagingMode.PageShift;
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
