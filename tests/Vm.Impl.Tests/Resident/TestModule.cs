using Vm.Kernel;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident;

/// <summary>A small module in full-check mode, called with the locks that a correct caller holds.</summary>
sealed class TestModule
{
    public TestModule(int frames = 8, int objects = 3)
        : this([new BootSegment(0, (ulong)frames, 0)], objects, ResidentModule<Full>.FictitiousQuantum, new Events()) { }

    public TestModule(
        IReadOnlyList<BootSegment> segments, int objects, int fictitiousPages, IEvents events, IPhysicalMap? map = null) =>
        Module = ResidentModule<Full>.Bootstrap(
            segments,
            new BootOptions { Objects = objects, FictitiousPages = fictitiousPages, Reserve = false },
            map, events);

    public Events Events => (Events)Module.Events;

    public ResidentModule<Full> Module { get; }

    public ResidentState State => Module.State;

    public ref Page this[PageId mem] => ref State.Pages[mem];

    public int FreePages => State.Pages.Count(mem => State.Pages[mem].Free);

    public ObjectId Object(bool isInternal = true) => Module.CreateObject(isInternal, 1 << 20);

    public void Insert(PageId mem, ObjectId obj, ulong offset) =>
        WithObject(obj, () => WithQueues(() => Module.Insert(mem, obj, offset)));

    public void Replace(PageId mem, ObjectId obj, ulong offset) =>
        WithObject(obj, () => WithQueues(() => Module.Replace(mem, obj, offset)));

    public void Remove(PageId mem) => WithOwner(mem, () => WithQueues(() => Module.Remove(mem)));

    public void Rename(PageId mem, ObjectId newObject, ulong newOffset)
    {
        if (this[mem].Object == newObject) WithOwner(mem, () => Module.Rename(mem, newObject, newOffset));
        else WithOwner(mem, () => WithObject(newObject, () => Module.Rename(mem, newObject, newOffset)));
    }

    public PageId Convert(PageId mem)
    {
        PageId real = default;
        WithOwner(mem, () => real = Module.Convert(mem));
        return real;
    }

    public void Free(PageId mem) => WithOwner(mem, () => WithQueues(() => Module.Free(mem)));

    public PageId Lookup(ObjectId obj, ulong offset)
    {
        using (State.Objects[obj].Lock.Enter()) return Module.Lookup(obj, offset);
    }

    public PageId LookupLocked(ObjectId obj, ulong offset)
    {
        using (State.Objects[obj].Lock.Enter()) return Module.LookupLocked(obj, offset);
    }

    public PageId Alloc(ObjectId obj, ulong offset)
    {
        using (State.Objects[obj].Lock.Enter()) return Module.Alloc(obj, offset);
    }

    public void Activate(PageId mem) => WithQueues(() => Module.Activate(mem));

    public void Deactivate(PageId mem) => WithOwner(mem, () => WithQueues(() => Module.Deactivate(mem)));

    public void QueuesRemove(PageId mem) => WithQueues(() => Module.QueuesRemove(mem));

    public void Wire(PageId mem) => WithOwner(mem, () => WithQueues(() => Module.Wire(mem)));

    public void Unwire(PageId mem) => WithOwner(mem, () => WithQueues(() => Module.Unwire(mem)));

    public void PageAssertWait(PageId mem) => WithOwner(mem, () => Module.PageAssertWait(mem));

    public void PageWakeup(PageId mem) => WithOwner(mem, () => Module.PageWakeup(mem));

    public void PageWakeupDone(PageId mem) => WithOwner(mem, () => Module.PageWakeupDone(mem));

    public void ObjectAssertWait(ObjectId obj, uint what) => WithObject(obj, () => Module.ObjectAssertWait(obj, what));

    /// <summary>The data of an absent page have come.</summary>
    public void AbsentRelease(PageId mem) => WithOwner(mem, () =>
    {
        this[mem].Absent = false;
        Module.AbsentRelease(this[mem].Object);
    });

    /// <summary>With the lock of the page's object, if it has one.</summary>
    void WithOwner(PageId mem, Action action) => WithObject(this[mem].Object, action);

    void WithObject(ObjectId obj, Action action)
    {
        if (obj.IsNull)
        {
            action();
            return;
        }

        using (State.Objects[obj].Lock.Enter()) action();
    }

    void WithQueues(Action action)
    {
        using (State.PageQueuesLock.Enter()) action();
    }
}
