using Vm.Vocabulary;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>The number of the event that the count of absent pages fell (<c>VM_OBJECT_EVENT_ABSENT_COUNT</c>).</summary>
    const int AbsentCountEvent = 3;

    /// <summary>An absent page of the object is so no longer (<c>vm_object_absent_release</c>).</summary>
    [Operation(typeof(AbsentReleaseContract))]
    void AbsentReleaseBody(ObjectId obj)
    {
        ref MemoryObject owner = ref s.Objects[obj];
        owner.AbsentCount--;
        if ((owner.AllWanted & (1u << AbsentCountEvent)) != 0)
        {
            owner.AllWanted &= ~(1u << AbsentCountEvent);
            WakeObject(obj, AbsentCountEvent);
        }
    }

    /// <summary>Wakes who waits for an event of an object (<c>vm_object_wakeup</c>).</summary>
    [External]
    void WakeObject(ObjectId obj, uint what) => events.Wakeup(ObjectEvent(obj, what));
}
