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
        if (page.Wanted)
        {
            page.Wanted = false;
            WakePage(mem);
        }
    }

    /// <summary>An absent page of the object is so no longer (<c>vm_object_absent_release</c>).</summary>
    [Inline]
    void AbsentRelease(ObjectId obj)
    {
        s.Objects[obj].AbsentCount--;
        if ((s.Objects[obj].AllWanted & AbsentCountEvent) != 0)
        {
            s.Objects[obj].AllWanted = s.Objects[obj].AllWanted & ~AbsentCountEvent;
            WakeAbsentCount(obj);
        }
    }

    /// <summary>The bit of <see cref="MemoryObject.AllWanted"/> for the absent count (<c>VM_OBJECT_EVENT_ABSENT_COUNT</c>).</summary>
    const uint AbsentCountEvent = 1u << 3;

    [External]
    void WakePage(PageId mem) => events.Wakeup(new(EventKind.Page, mem.V));

    [External]
    void WakeAbsentCount(ObjectId obj) => events.Wakeup(new(EventKind.AbsentCount, obj.V));
}
