using Vm.Kernel;
using Vm.Mmu;
using Vm.Physical;
using Vm.Resident;

namespace Vm.Machine;

/// <summary>Carries the module's calls to the pageout daemon, and makes the memory of free pages unusable.</summary>
/// <param name="signals">The daemon's.</param>
/// <param name="memory">The machine's memory.</param>
/// <param name="firstFrame">The frame of the module's first page.</param>
sealed class MachineEvents(PageoutSignals signals, PhysicalMemory memory, uint firstFrame) : IModuleEvents
{
    /// <summary>What the memory of a free page holds: nothing that a program could take for its own.</summary>
    const byte FreedPattern = 0xdf;

    long evicted;

    /// <summary>Pages that the pageout daemon and the pager gave back; the threads of both are privileged.</summary>
    public long Evicted => Interlocked.Read(ref evicted);

    public void AllocPa(uint order, uint selector, PageId first) { }

    public void FreePa(PageId mem, uint order)
    {
        for (var i = 0u; i < 1u << (int)order; i++) memory.Frame(firstFrame + mem.V - 1 + i).Fill(FreedPattern);
        if (KernelThread.VmPrivilege) Interlocked.Add(ref evicted, 1 << (int)order);
    }

    public void SlabAlloc(PageId mem) { }

    public void PageoutStart() => signals.Start();

    public void PageoutResume() => signals.Resume();
}
