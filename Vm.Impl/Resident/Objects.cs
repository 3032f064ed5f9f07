using Vm.Kernel;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The objects' structures (<c>vm_object_cache</c>).</summary>
    readonly SlabCache objectCache = new("vm_object", 1, state.Objects.Count);

    /// <summary>Makes a memory object without pages (<c>vm_object_allocate</c>).</summary>
    /// <param name="isInternal">The kernel pages it; otherwise a memory manager does.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <exception cref="InvalidOperationException">All objects of the state are alive.</exception>
    public ObjectId CreateObject(bool isInternal, ulong size)
    {
        if (!objectCache.TryAlloc(out var row))
            throw new InvalidOperationException($"all {s.Objects.Count} objects are alive; bootstrap the module with more");

        var obj = new ObjectId(row);
        ref MemoryObject owner = ref s.Objects[obj];
        (owner.Alive, owner.Internal, owner.Size) = (true, isInternal, size);
        (owner.AbsentCount, owner.AllWanted, owner.PagingInProgress, owner.LastAlloc) = (0, 0, 0, 0);
        if (!isInternal) Interlocked.Increment(ref s.ExternalCount);
        return obj;
    }

    /// <summary>Ends an object, which has no pages any more (the end of <c>vm_object_terminate</c>).</summary>
    public void DestroyObject(ObjectId obj)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        if (!owner.First.IsNull) Check.Panic("vm_object_terminate", "an object that ends has no pages", obj);

        owner.Alive = false;
        if (!owner.Internal) Interlocked.Decrement(ref s.ExternalCount);
        objectCache.Free(obj.V);
    }

    /// <summary>
    /// Ends an object with its pages (<c>vm_object_terminate</c>): pages whose contents an external manager must have go to it, all
    /// others are freed. The caller holds no lock; it waits for paging that is under way.
    /// </summary>
    public void TerminateObject(ObjectId obj)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        using (owner.Lock.Enter())
        {
            // From here on the pageout daemon leaves its pages alone.
            Check.Assert<TMode>(owner.Alive);
            owner.Alive = false;
            PagingWait(obj);
            while (!owner.First.IsNull) Discard(owner.First);
        }

        DestroyObject(obj);
    }

    /// <summary>Takes a page out of an object that ends.</summary>
    void Discard(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        using (s.PageQueuesLock.Enter<TMode>())
        {
            QueuesRemove(mem);
            var hasContents = !page.Absent && !page.Private && !page.Fictitious;
            if (hasContents && !page.Dirty) page.Dirty = map.IsModified(page.Frame);
            if (s.Objects[page.Object].Internal || !hasContents || !(page.Dirty || page.Precious))
            {
                Free(mem);
                return;
            }

            page.Busy = true;
        }

        PageOut(mem, allocPaused: false);
    }

    /// <summary>Keeps an object from ending (<c>vm_object_paging_begin</c>). The object is locked.</summary>
    public void PagingBegin(ObjectId obj) => s.Objects[obj].PagingInProgress++;

    /// <summary>Lets an object end, and wakes who waits for that (<c>vm_object_paging_end</c>). The object is locked.</summary>
    public void PagingEnd(ObjectId obj)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        Check.Assert<TMode>(owner.PagingInProgress != 0);
        owner.PagingInProgress--;
        if (owner.PagingInProgress == 0 && (owner.AllWanted & (1u << PagingEvent)) != 0)
        {
            owner.AllWanted &= ~(1u << PagingEvent);
            WakeObject(obj, PagingEvent);
        }
    }

    /// <summary>Waits until no paging of an object is under way (<c>vm_object_paging_wait</c>). The object is locked, but not meanwhile.</summary>
    void PagingWait(ObjectId obj)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        while (owner.PagingInProgress != 0)
        {
            ObjectAssertWait(obj, PagingEvent);
            owner.Lock.Release();
            events.ThreadBlock();
            owner.Lock.Acquire();
        }
    }

    /// <summary>The number of the event that no paging is under way (<c>VM_OBJECT_EVENT_PAGING_IN_PROGRESS</c>).</summary>
    const int PagingEvent = 2;
}
