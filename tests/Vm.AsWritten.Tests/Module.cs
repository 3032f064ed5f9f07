using Vm.Kernel;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.AsWritten.Tests;

/// <summary>A small module with the operations as written, whose caller holds the locks that the original's comments ask for.</summary>
sealed class Module<TMode> where TMode : struct, ICheckMode
{
    public Module()
    {
        Operations = ResidentModule<TMode>.Bootstrap(
            [new BootSegment(0, 8, 2)],
            new BootOptions { Objects = 2, FictitiousPages = ResidentModule<TMode>.FictitiousQuantum, Reserve = false },
            events: Events);
        Operations.MoreFictitious();
        Object = Operations.CreateObject(isInternal: true, 1 << 20);
    }

    public Events Events { get; } = new();

    public ResidentModule<TMode> Operations { get; }

    public ObjectId Object { get; }

    public ResidentState State => Operations.State;

    public ref Page this[PageId mem] => ref State.Pages[mem];

    public PageId Alloc(ulong offset)
    {
        using (State.Objects[Object].Lock.Enter()) return Operations.Alloc(Object, offset);
    }

    /// <summary>A fictitious page at an offset of the object.</summary>
    public PageId InsertFictitious(ulong offset)
    {
        var mem = Operations.GrabFictitious();
        Locked(() => Operations.Insert(mem, Object, offset));
        return mem;
    }

    /// <summary>With the object locked, and the page queues.</summary>
    public void Locked(Action operation)
    {
        using (State.Objects[Object].Lock.Enter())
        using (State.PageQueuesLock.Enter()) operation();
    }

    /// <summary>With the object locked alone, as the comment of <c>vm_page_convert</c> asks.</summary>
    public PageId WithObject(Func<PageId> operation)
    {
        using (State.Objects[Object].Lock.Enter()) return operation();
    }
}
