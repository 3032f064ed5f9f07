using Vm.Kernel;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Tests.Resident.Threads;

/// <summary>
/// A kernel thread that does random operations on objects shared with others, by the rules of the module's callers: it takes the
/// locks, leaves a busy page to whoever made it busy, and does not wait for others' busy pages while it has some itself.
/// </summary>
/// <param name="module">The module.</param>
/// <param name="objects">The shared objects.</param>
/// <param name="processor">The processor that the thread runs on.</param>
/// <param name="rules">How it locks.</param>
sealed partial class Worker<TMode>(ResidentModule<TMode> module, IReadOnlyList<ObjectId> objects, uint processor, LockRules rules)
    where TMode : struct, ICheckMode
{
    const int Offsets = 16;

    readonly ResidentState s = module.State;
    readonly Random random = new((int)processor + 1);
    readonly List<PageId> held = [];
    readonly List<PageId> busy = [];

    /// <summary>The pages in its hands, in no object.</summary>
    public IReadOnlyList<PageId> Held => held;

    /// <summary>How often it slept.</summary>
    public int Slept { get; private set; }

    /// <summary>How often each operation succeeded.</summary>
    public Dictionary<string, int> Done { get; } = [];

    /// <summary>What it is doing, for the report of a thread that does not come back.</summary>
    public string Doing { get; private set; } = "nothing yet";

    /// <summary>Does so many steps, and leaves no page busy.</summary>
    public void Run(int steps)
    {
        KernelThread.Processor = processor;
        for (var i = 0; i < steps; i++) Step();
        while (busy.Count > 0) rules.Atomically(FinishOne);
        Doing = "waits for the others";
    }

    void Step()
    {
        var mustSleep = false;
        rules.Atomically(() =>
        {
            switch (random.Next(8))
            {
                case 0: TakePage(); break;
                case 1: GivePageBack(); break;
                case 2: FinishOne(); break;
                case 3: Rename(); break;
                default: mustSleep = WorkOnKey(); break;
            }
        });
        if (!mustSleep) return;

        Doing = "sleeps";
        module.Events.ThreadBlock();
        Slept++;
    }

    /// <summary>Works on the page under a key, or puts one there.</summary>
    /// <returns>Whether the thread has declared to wait, for when it has given the lock back.</returns>
    bool WorkOnKey()
    {
        var (obj, offset) = AnyKey();
        rules.Acquire(ref s.Objects[obj].Lock, ResidentLock.Object);
        try
        {
            var mem = module.Lookup(obj, offset);
            if (mem.IsNull) Enter(obj, offset);
            else if (s.Pages[mem].Busy) return MayWait(obj, mem);
            else Use(mem);
            return false;
        }
        finally
        {
            rules.Release(ref s.Objects[obj].Lock, ResidentLock.Object);
        }
    }

    /// <summary>Declares to wait for a busy page, or for the object's absent pages, unless the thread has busy pages itself.</summary>
    bool MayWait(ObjectId obj, PageId mem)
    {
        if (busy.Count > 0) return false;
        if (s.Pages[mem].Absent && random.Next(2) == 0) module.ObjectAssertWait(obj, AbsentCountEvent);
        else module.PageAssertWait(mem);
        return true;
    }

    /// <summary>Moves a page to another key; objects are locked in the order of their numbers.</summary>
    void Rename()
    {
        var (source, target) = (AnyKey(), AnyKey());
        if (source.Object.V >= target.Object.V) return;
        rules.Acquire(ref s.Objects[source.Object].Lock, ResidentLock.Object);
        rules.Acquire(ref s.Objects[target.Object].Lock, ResidentLock.Object);
        try
        {
            if (random.Next(2) == 0) (source, target) = (target, source);
            var mem = module.Lookup(source.Object, source.Offset);
            if (mem.IsNull || s.Pages[mem].Busy || !module.Lookup(target.Object, target.Offset).IsNull) return;
            module.Rename(mem, target.Object, target.Offset);
            Did("Rename");
        }
        finally
        {
            rules.Release(ref s.Objects[source.Object].Lock, ResidentLock.Object);
            rules.Release(ref s.Objects[target.Object].Lock, ResidentLock.Object);
        }
    }

    /// <summary>Ends the transit of one of its busy pages and wakes who waits for it.</summary>
    void FinishOne()
    {
        if (busy.Count == 0) return;
        var mem = TakeFrom(busy);

        // A busy page stays where it is, so its object can be read before it is locked.
        var obj = s.Pages[mem].Object;
        rules.Acquire(ref s.Objects[obj].Lock, ResidentLock.Object);
        if (s.Pages[mem].Absent)
        {
            s.Pages[mem].Absent = false;
            module.AbsentRelease(obj);
        }

        module.PageWakeupDone(mem);
        rules.Release(ref s.Objects[obj].Lock, ResidentLock.Object);
        Did("PageWakeupDone");
    }

    (ObjectId Object, ulong Offset) AnyKey() =>
        (objects[random.Next(objects.Count)], (ulong)random.Next(Offsets) * ResidentState.PageSize);

    PageId TakeFrom(List<PageId> pages)
    {
        var index = random.Next(pages.Count);
        var mem = pages[index];
        pages.RemoveAt(index);
        return mem;
    }

    void Did(string operation)
    {
        Doing = $"did {operation}";
        Done[operation] = Done.GetValueOrDefault(operation) + 1;
    }
}
