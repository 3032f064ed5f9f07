using Vm.Mmu;
using Vm.Paging;

namespace Vm.Pmap;

/// <summary>
/// A processor: it runs in one address space at a time. When mappings change, an active one is interrupted and forgets its
/// translations before the change is used (TLB shoot-down); an idle one finds in its queue what it missed.
/// </summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
public sealed class Processor<TPaging> where TPaging : struct, IPagingMode
{
    readonly PhysicalMaps<TPaging> maps;
    readonly ITranslationCache cache;
    readonly UpdateQueue<TPaging> updates = new();

    /// <param name="maps">The address spaces.</param>
    /// <param name="invalidated">What is told to forget translations, in place of the TLB; for a processor that is broken on purpose.</param>
    public Processor(PhysicalMaps<TPaging> maps, ITranslationCache? invalidated = null)
    {
        this.maps = maps;
        var tlb = new Tlb();
        cache = invalidated ?? tlb;
        Mmu = new MemoryManagementUnit<TPaging>(maps.Memory, tlb);
        lock (maps.Gate)
        {
            Load(maps.Kernel);
            maps.Add(this);
        }
    }

    /// <summary>Its address translation.</summary>
    public MemoryManagementUnit<TPaging> Mmu { get; }

    /// <summary>The address space that it runs in.</summary>
    public PhysicalMap<TPaging> Current { get; private set; } = null!;

    /// <summary>Whether it runs; otherwise it is idle, and is not interrupted.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Runs in an address space from here on (<c>PMAP_ACTIVATE_USER</c>).</summary>
    public void Activate(PhysicalMap<TPaging> map)
    {
        lock (maps.Gate)
        {
            IsActive = true;
            if (map != Current) Load(map);
            Answer();
        }
    }

    /// <summary>Runs nothing from here on, in the same address space (<c>MARK_CPU_IDLE</c>).</summary>
    public void Idle()
    {
        lock (maps.Gate) IsActive = false;
    }

    /// <summary>Is told, under the lock, that an address of a map, or any, is not mapped as before (<c>signal_cpus</c>).</summary>
    internal void Signal(PhysicalMap<TPaging> map, VirtualAddress? va)
    {
        if (map != Current && !map.IsKernel) return;

        updates.Add(map, va);
        if (IsActive) Answer();
    }

    /// <summary>Forgets what it was told to (<c>process_pmap_updates</c>).</summary>
    void Answer()
    {
        if (!updates.IsEmpty) updates.Apply(cache, Current);
    }

    void Load(PhysicalMap<TPaging> map)
    {
        Current = map;
        Mmu.Control = Mmu.Control with { Cr3 = map.RootAddress, GlobalEnable = true };
    }
}
