using Vm.Mmu;
using Vm.Pmap;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// Makes pages free when there are none (<c>vm_pageout_scan</c>, <c>vm_page_evict</c>). A page gets a second chance: it goes
/// from the active queue to the inactive one with its reference forgotten, and back if it was referenced again.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
sealed class Pageout<TMode>(ResidentModule<TMode> module, PhysicalMap map, PhysicalMemory memory, Pager pager)
    where TMode : struct, ICheckMode
{
    /// <summary>One page in so many is kept inactive (the original's <c>VM_PAGE_INACTIVE_TARGET</c> is a third, too).</summary>
    const int InactiveShare = 3;

    /// <summary>What the memory of a free page holds: nothing that a program could take for its own.</summary>
    const byte FreedPattern = 0xdf;

    // The machine's objects are all internal.
    static readonly QueueId Active = PagingQueues.Of(segment: 0, active: true, external: false);
    static readonly QueueId Inactive = PagingQueues.Of(segment: 0, active: false, external: false);

    readonly ResidentState s = module.State;

    /// <summary>Pages evicted after their contents were given to the pager.</summary>
    public long DirtyEvictions { get; private set; }

    /// <summary>Pages evicted that the pager, or a new page of zeros, can replace as they are.</summary>
    public long CleanEvictions { get; private set; }

    /// <summary>Frees one page. The caller holds no lock.</summary>
    /// <exception cref="InvalidOperationException">No page may be evicted.</exception>
    public void FreeOne()
    {
        using (s.PageQueuesLock.Enter())
        {
            for (; ; )
            {
                RefillInactive();
                var mem = s.Queues[Inactive].First;
                if (mem.IsNull) throw new InvalidOperationException("all memory is wired; run with more frames");
                if (TryEvict(mem)) return;

                module.Activate(mem);
            }
        }
    }

    /// <summary>Moves the pages that were active longest to the inactive queue (<c>vm_page_seg_refill_inactive</c>).</summary>
    void RefillInactive()
    {
        var target = Math.Max(1, (s.ActiveCount + s.InactiveCount) / InactiveShare);
        while (s.InactiveCount < target && s.ActiveCount > 0) module.Deactivate(s.Queues[Active].First);
    }

    bool TryEvict(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        var frame = (uint)page.Frame;
        if (map.IsReferenced(frame)) return false;

        // The object's lock comes before the page queues lock, so it is not waited for here.
        ref SimpleLock owner = ref s.Objects[page.Object].Lock;
        if (!owner.TryAcquire()) return false;
        try
        {
            map.PageProtect(frame, Protection.None);
            if (map.IsModified(frame)) Clean(mem);
            else CleanEvictions++;

            memory.Frame(frame).Fill(FreedPattern);
            module.Free(mem);
            return true;
        }
        finally
        {
            owner.Release();
        }
    }

    void Clean(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        page.Dirty = true;
        pager.Write(page.Object, page.Offset, memory.Frame((uint)page.Frame));
        map.ClearModify((uint)page.Frame);
        DirtyEvictions++;
    }
}
