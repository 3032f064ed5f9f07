using Vm.Kernel;

namespace Vm.Resident;

public sealed partial class ResidentModule<TMode>
{
    /// <summary>Declares that the calling thread waits for an event of an object (<c>vm_object_assert_wait</c>). The object is locked.</summary>
    /// <param name="obj">The object.</param>
    /// <param name="what">The event's number, 0 to 7 (<c>VM_OBJECT_EVENT_*</c>).</param>
    public void ObjectAssertWait(ObjectId obj, uint what)
    {
        s.Objects[obj].AllWanted |= 1u << (int)what;
        events.AssertWait(ObjectEvent(obj, what));
    }

    static KernelEvent ObjectEvent(ObjectId obj, uint what) => new(EventKind.Object, obj.V * 8 + what);
}
