using Vm.Kernel;
using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Declares that the calling thread waits for a page (<c>PAGE_ASSERT_WAIT</c>). The page's object is locked.</summary>
    public void PageAssertWait(PageId mem)
    {
        s.Pages[mem].Wanted = true;
        events.AssertWait(new(EventKind.Page, mem.V));
    }

    /// <summary>The page is in transit no longer: wakes who waits for it (<c>PAGE_WAKEUP_DONE</c>).</summary>
    [Inline]
    public void PageWakeupDone(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        page.Busy = false;
        PageWakeup(mem);
    }

    /// <summary>Wakes who waits for a page that stays in transit (<c>PAGE_WAKEUP</c>).</summary>
    [Inline]
    public void PageWakeup(PageId mem)
    {
        ref Page page = ref s.Pages[mem];
        if (page.Wanted)
        {
            page.Wanted = false;
            WakePage(mem);
        }
    }

    /// <summary>An absent page of the object is so no longer (<c>vm_object_absent_release</c>).</summary>
    [Inline]
    public void AbsentRelease(ObjectId obj)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        owner.AbsentCount--;
        if ((owner.AllWanted & (1u << AbsentCountEvent)) != 0)
        {
            owner.AllWanted &= ~(1u << AbsentCountEvent);
            WakeObject(obj, AbsentCountEvent);
        }
    }

    /// <summary>Declares that the calling thread waits for an event of an object (<c>vm_object_assert_wait</c>). The object is locked.</summary>
    /// <param name="obj">The object.</param>
    /// <param name="what">The event's number, 0 to 7 (<c>VM_OBJECT_EVENT_*</c>).</param>
    public void ObjectAssertWait(ObjectId obj, uint what)
    {
        s.Objects[obj].AllWanted |= 1u << (int)what;
        events.AssertWait(ObjectEvent(obj, what));
    }

    /// <summary>The number of the event that the count of absent pages fell (<c>VM_OBJECT_EVENT_ABSENT_COUNT</c>).</summary>
    const int AbsentCountEvent = 3;

    static KernelEvent ObjectEvent(ObjectId obj, uint what) => new(EventKind.Object, obj.V * 8 + what);

    [External]
    void WakePage(PageId mem) => events.Wakeup(new(EventKind.Page, mem.V));

    /// <summary>Wakes who waits for an event of an object (<c>vm_object_wakeup</c>).</summary>
    [External]
    void WakeObject(ObjectId obj, uint what) => events.Wakeup(ObjectEvent(obj, what));
}
