using Vm.Paging;
using Vm.Pmap;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// Makes the page of a faulting address resident and maps it (<c>vm_fault</c>). A page is looked for in the program's object and in those
/// behind it, from which it was forked; one that is behind is mapped without the right to write, and copied before it is written.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
/// <typeparam name="TPaging">The paging mode.</typeparam>
sealed class FaultHandler<TMode, TPaging>(
    ResidentModule<TMode> module, PhysicalMaps<TPaging> maps, Pager<TMode> pager, Action waitForMemory)
    where TMode : struct, ICheckMode
    where TPaging : struct, IPagingMode
{
    const Protection NoWrite = Protection.Read | Protection.Execute;

    readonly ResidentState s = module.State;

    /// <summary>Faults on a page that was not resident.</summary>
    public long PageFaults => ZeroFills + Pageins;

    /// <summary>Pages that came in as zeros.</summary>
    public long ZeroFills { get; private set; }

    /// <summary>Pages that came in from the pager.</summary>
    public long Pageins { get; private set; }

    /// <summary>Faults on a page that was resident: mapped in another address space, to be copied, or unmapped with its page table.</summary>
    public long MinorFaults { get; private set; }

    /// <summary>Pages that were copied because they were written.</summary>
    public long Copies { get; private set; }

    /// <summary>Handles one fault. The caller holds no lock.</summary>
    /// <exception cref="InvalidOperationException">No page can satisfy it.</exception>
    public void Handle(MachineTask<TPaging> task, VirtualAddress va, PageFaultError error)
    {
        var before = PageFaults;
        while (!TryResolve(task, va, error))
        {
            waitForMemory();
            if (!HasMemoryToCome()) throw new InvalidOperationException("all memory is wired; run with more frames");
        }

        if (PageFaults == before) MinorFaults++;
    }

    /// <summary>A page is free, or can be evicted, or is being cleaned.</summary>
    bool HasMemoryToCome() =>
        s.ActiveCount + s.InactiveCount + s.LaundryCount > 0
        || s.Pages.Any(mem => s.Pages[mem].Free && !s.Pages[mem].Fictitious && s.Pages[mem].Segment != 0);

    /// <returns>False if no page is free.</returns>
    bool TryResolve(MachineTask<TPaging> task, VirtualAddress va, PageFaultError error)
    {
        var own = task.ObjectOf(va);
        if (error.Write && own != task.Memory) throw new InvalidOperationException($"page fault at {va} that no page can satisfy: a write to a program's file");

        if (!TryHave(own, va.Value - va.Offset, out var holder, out var mem)) return false;
        if (holder != own && error.Write) return TryCopy(task, va, holder, mem, own);

        // A page behind its own may not be written before it is copied, and text not at all.
        MapPage(task, va, holder, mem, holder == task.Memory ? Protection.All : NoWrite);
        return true;
    }

    /// <summary>Finds the page of an address, or brings it in.</summary>
    /// <param name="own">The object that is looked at first.</param>
    /// <param name="offset">Where in it.</param>
    /// <param name="holder">The object that has the page.</param>
    /// <param name="mem">The page, which is busy.</param>
    /// <returns>False if no page is free.</returns>
    bool TryHave(ShadowObject own, ulong offset, out ShadowObject holder, out PageId mem)
    {
        for (holder = own; ; holder = holder.Backing)
        {
            mem = Take(holder.Id, offset);
            if (!mem.IsNull) return true;
            if (pager.Has(holder.Id, offset)) return TryBringIn(holder.Id, offset, fromPager: true, out mem);
            if (holder.Backing is null) break;
        }

        holder = own;
        return TryBringIn(own.Id, offset, fromPager: false, out mem);
    }

    /// <summary>Makes a resident page busy, once it is so for nobody else. A busy page is not evicted.</summary>
    PageId Take(ObjectId obj, ulong offset)
    {
        while (true)
        {
            using (s.Objects[obj].Lock.Enter())
            {
                var mem = module.Lookup(obj, offset);
                if (mem.IsNull) return mem;
                if (!s.Pages[mem].Busy)
                {
                    s.Pages[mem].Busy = true;
                    return mem;
                }

                module.PageAssertWait(mem);
            }

            module.Events.ThreadBlock();
        }
    }

    bool TryBringIn(ObjectId obj, ulong offset, bool fromPager, out PageId mem)
    {
        mem = Alloc(obj, offset);
        if (mem.IsNull) return false;

        var frame = (uint)s.Pages[mem].Frame;
        if (fromPager)
        {
            pager.Read(obj, offset, maps.Memory.Frame(frame));
            Pageins++;
        }
        else
        {
            module.ZeroFill(mem);
            ZeroFills++;
        }

        // What the frame held before was written, this is not.
        maps.ClearModify(frame);
        return true;
    }

    /// <summary>Maps a page for a task, with its wiring if it has one to give.</summary>
    void MapPage(MachineTask<TPaging> task, VirtualAddress va, ShadowObject holder, PageId mem, Protection protection)
    {
        var isWiring = holder == task.Memory && (task.ToWire > 0 || (task.Wired.Contains(va.PageNumber) && s.Pages[mem].WireCount == 0));
        if (isWiring && task.Wired.Add(va.PageNumber)) task.ToWire--;

        // Without a lock of the module: the map may need a page for a table.
        task.Map.Enter(task.Mapped(va), (uint)s.Pages[mem].Frame, protection, task.Wired.Contains(va.PageNumber));
        Settle(holder, mem, isWiring);
    }

    /// <summary>The program writes a page that others have, too: it gets one of its own.</summary>
    /// <returns>False if no page is free.</returns>
    bool TryCopy(MachineTask<TPaging> task, VirtualAddress va, ShadowObject holder, PageId source, ShadowObject own)
    {
        var copy = Alloc(own.Id, va.Value - va.Offset);
        if (copy.IsNull)
        {
            Settle(holder, source, isWiring: false);
            return false;
        }

        module.Copy(source, copy);
        maps.ClearModify(s.Pages[copy].Frame);
        Copies++;

        // The pager does not have it. Its wiring goes from the old page to the new.
        using (s.Objects[own.Id].Lock.Enter()) s.Pages[copy].Dirty = true;
        if (task.Wired.Contains(va.PageNumber)) Unwire(holder, source);
        Settle(holder, source, isWiring: false);
        MapPage(task, va, own, copy, Protection.All);
        return true;
    }

    /// <summary>Gives back a task's wiring of a page.</summary>
    public void Unwire(ShadowObject holder, PageId mem)
    {
        using (s.Objects[holder.Id].Lock.Enter())
        using (s.PageQueuesLock.Enter())
        {
            if (s.Pages[mem].WireCount > 0) module.Unwire(mem);
        }
    }

    PageId Alloc(ObjectId obj, ulong offset)
    {
        using (s.Objects[obj].Lock.Enter()) return module.Alloc(obj, offset);
    }

    /// <summary>The page is used: it is active, or wired, and no longer busy.</summary>
    void Settle(ShadowObject holder, PageId mem, bool isWiring)
    {
        using (s.Objects[holder.Id].Lock.Enter())
        {
            using (s.PageQueuesLock.Enter())
            {
                if (isWiring) module.Wire(mem);
                else if (s.Pages[mem].WireCount == 0) module.Activate(mem);
            }

            module.PageWakeupDone(mem);
        }
    }
}
