using Vm.Mmu;
using Vm.Paging;
using Vm.Pmap;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// Makes the page of a faulting address resident and maps it (<c>vm_fault</c>). The address space is one object, mapped from
/// address 0 with all rights, so a page faults once each time it comes in.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
sealed class FaultHandler<TMode>(
    ResidentModule<TMode> module, ObjectId space, PhysicalMap map, PhysicalMemory memory, Lock processor, Pager<TMode> pager, Action waitForMemory)
    where TMode : struct, ICheckMode
{
    readonly ResidentState s = module.State;

    /// <summary>Faults handled.</summary>
    public long PageFaults { get; private set; }

    /// <summary>Pages that came in as zeros.</summary>
    public long ZeroFills { get; private set; }

    /// <summary>Pages that came in from the pager.</summary>
    public long Pageins { get; private set; }

    /// <summary>Handles one fault. The caller holds no lock.</summary>
    /// <exception cref="InvalidOperationException">The fault is not for want of a page.</exception>
    public void Handle(VirtualAddress va, PageFaultError error)
    {
        if (error.Present) throw new InvalidOperationException($"page fault at {va} that no page can satisfy: {error}");

        PageFaults++;
        while (!TryResolve(va))
        {
            waitForMemory();
            if (!HasMemoryToCome()) throw new InvalidOperationException("all memory is wired; run with more frames");
        }
    }

    /// <summary>A page is free, or can be evicted, or is being cleaned.</summary>
    bool HasMemoryToCome() =>
        s.ActiveCount + s.InactiveCount + s.LaundryCount > 0 || s.Pages.Any(mem => s.Pages[mem].Free && !s.Pages[mem].Fictitious);

    /// <returns>False if no page is free.</returns>
    bool TryResolve(VirtualAddress va)
    {
        var offset = va.Value - va.Offset;
        using (s.Objects[space].Lock.Enter())
        {
            var mem = module.Lookup(space, offset);
            if (mem.IsNull)
            {
                mem = module.Alloc(space, offset);
                if (mem.IsNull) return false;
                Fill(mem, offset);
            }

            using (s.PageQueuesLock.Enter()) module.Activate(mem);
            lock (processor) map.Enter(va, (uint)s.Pages[mem].Frame, Protection.All, wired: false);
            return true;
        }
    }

    /// <summary>Gives a new page its contents, after which it is no longer busy.</summary>
    void Fill(PageId mem, ulong offset)
    {
        var frame = (uint)s.Pages[mem].Frame;
        if (pager.TryRead(space, offset, memory.Frame(frame)))
        {
            Pageins++;
        }
        else
        {
            map.ZeroPage(frame);
            ZeroFills++;
        }

        // What the frame held before was written, this is not.
        lock (processor) map.ClearModify(frame);

        module.PageWakeupDone(mem);
    }
}
