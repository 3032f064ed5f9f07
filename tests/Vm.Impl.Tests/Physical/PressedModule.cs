using Vm.Kernel;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Physical;

/// <summary>A small module that runs short of memory: small segments with a reserve, hardware bits to set, and pagers to serve by hand.</summary>
sealed class PressedModule<TMode> : IModuleEvents, IPagers
    where TMode : struct, ICheckMode
{
    public const int Min = 2, Low = 3, High = 5;

    readonly Queue<ObjectId> copies = [];

    public PressedModule(int segments = 1, int frames = 16, int objects = 24)
    {
        Frames = segments * frames;
        Module = ResidentModule<TMode>.Bootstrap(
            [.. Enumerable.Range(0, segments).Select(i => new BootSegment((ulong)(i * frames), (ulong)((i + 1) * frames), (ulong)(i * frames)))],
            new BootOptions { Objects = objects, FictitiousPages = 5, Targets = new FreeTargets(Min, Low, High) },
            Bits,
            observer: this);
        Module.Pagers = this;
    }

    public int Frames { get; }

    public ResidentModule<TMode> Module { get; }

    public ResidentState State => Module.State;

    public MachineBits Bits { get; } = new();

    /// <summary>Calls of <c>vm_pageout_start</c> and <c>vm_pageout_resume</c>.</summary>
    public int Starts { get; private set; }

    public int Resumes { get; private set; }

    /// <summary>What the pagers were given, in order.</summary>
    public List<(ObjectId Object, ulong Offset, bool IsDirty)> Returned { get; } = [];

    public ref Page this[PageId mem] => ref State.Pages[mem];

    public int FreePages => State.Pages.Count(mem => this[mem].Free && !this[mem].Fictitious);

    public int TabledPages => State.Pages.Count(mem => this[mem].Tabled);

    /// <summary>The pagers free all that they were given.</summary>
    public void ServePagers()
    {
        while (copies.TryDequeue(out var copy)) Module.TerminateObject(copy);
    }

    /// <summary>Allocates an active page; null if there is no memory.</summary>
    public PageId Alloc(ObjectId obj, ulong page)
    {
        using (State.Objects[obj].Lock.Enter())
        {
            var mem = Module.Alloc(obj, page * ResidentState.PageSize);
            if (mem.IsNull) return mem;

            using (State.PageQueuesLock.Enter()) Module.Activate(mem);
            Module.PageWakeupDone(mem);
            return mem;
        }
    }

    /// <summary>Allocates so many active pages, privileged. No two are neighbours, so none is deactivated for being behind.</summary>
    public PageId[] AllocMany(ObjectId obj, int count) =>
        Privileged(() => Enumerable.Range(0, count).Select(i => Alloc(obj, 2 * (ulong)i + 1)).ToArray());

    public void Free(PageId mem)
    {
        using (State.Objects[this[mem].Object].Lock.Enter())
        using (State.PageQueuesLock.Enter())
        {
            Module.Free(mem);
        }
    }

    public void Deactivate(PageId mem)
    {
        using (State.Objects[this[mem].Object].Lock.Enter())
        using (State.PageQueuesLock.Enter())
        {
            Module.Deactivate(mem);
        }
    }

    public PageId Lookup(ObjectId obj, ulong offset)
    {
        using (State.Objects[obj].Lock.Enter()) return Module.Lookup(obj, offset);
    }

    public static T Privileged<T>(Func<T> call)
    {
        KernelThread.VmPrivilege = true;
        try
        {
            return call();
        }
        finally
        {
            KernelThread.VmPrivilege = false;
        }
    }

    public bool Balance() => Privileged(Module.Balance);

    public bool Evict(out bool shouldWait)
    {
        var (goesOn, wait) = Privileged(() => (Module.Evict(out var waits), waits));
        shouldWait = wait;
        return goesOn;
    }

    /// <summary>Objects that the default pager backs although they are not internal.</summary>
    public HashSet<ObjectId> BackedByDefault { get; } = [];

    bool IPagers.IsDefault(ObjectId obj) => BackedByDefault.Contains(obj);

    void IPagers.DataReturn(ObjectId obj, ulong offset, ObjectId copy, bool isDirty)
    {
        Returned.Add((obj, offset, isDirty));
        copies.Enqueue(copy);
    }

    void IModuleEvents.AllocPa(uint order, uint selector, PageId first) { }

    void IModuleEvents.FreePa(PageId mem, uint order) { }

    void IModuleEvents.SlabAlloc(PageId mem) { }

    void IModuleEvents.PageoutStart() => Starts++;

    void IModuleEvents.PageoutResume() => Resumes++;
}
