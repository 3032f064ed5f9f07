using Vm.Kernel;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident;

/// <summary>A small module in full-check mode, called with the locks that a correct caller holds.</summary>
sealed class TestModule
{
    public TestModule(int frames = 8, int objects = 3) =>
        Module = ResidentModule<Full>.Bootstrap(
            [new BootSegment(0, (ulong)frames, 0)],
            new BootOptions { Objects = objects, FictitiousPages = ResidentModule<Full>.FictitiousQuantum, Reserve = false },
            events: Events);

    public Events Events { get; } = new();

    public ResidentModule<Full> Module { get; }

    public ResidentState State => Module.State;

    public ref Page this[PageId mem] => ref State.Pages[mem];

    public ObjectId Object(bool isInternal = true) => Module.CreateObject(isInternal, 1 << 20);

    public void Insert(PageId mem, ObjectId obj, ulong offset) =>
        WithObject(obj, () => WithQueues(() => Module.Insert(mem, obj, offset)));

    public void Remove(PageId mem) => WithObject(this[mem].Object, () => WithQueues(() => Module.Remove(mem)));

    public void Free(PageId mem) => WithObject(this[mem].Object, () => WithQueues(() => Module.Free(mem)));

    public PageId Lookup(ObjectId obj, ulong offset)
    {
        using (State.Objects[obj].Lock.Enter()) return Module.Lookup(obj, offset);
    }

    public PageId Alloc(ObjectId obj, ulong offset)
    {
        using (State.Objects[obj].Lock.Enter()) return Module.Alloc(obj, offset);
    }

    public int FreePages => State.Pages.Count(mem => State.Pages[mem].Free);

    public void Activate(PageId mem) => WithQueues(() => Module.Activate(mem));

    public void Deactivate(PageId mem) => WithQueues(() => Module.Deactivate(mem));

    public void Wire(PageId mem) => WithObject(this[mem].Object, () => WithQueues(() => Module.Wire(mem)));

    public void Unwire(PageId mem) => WithObject(this[mem].Object, () => WithQueues(() => Module.Unwire(mem)));

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
