using Vm.Explore;
using Vm.Physical;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Cli.Scenarios;

/// <summary>
/// A small module on a stage, and callers that lock as the kernel's do: objects in the order of their numbers, then the page queues.
/// </summary>
/// <typeparam name="TMode">What stops a thread; its locks are watched in every mode.</typeparam>
sealed class World<TMode>
    where TMode : struct, ICheckMode
{
    readonly Stage stage;

    /// <summary>A module of a few frames and fictitious pages, in one segment unless targets say that it has a reserve.</summary>
    public World(Stage stage, ulong frames = 6, FreeTargets? targets = null)
    {
        this.stage = stage;
        Module = ResidentModule<TMode>.Bootstrap(
            [new BootSegment(0, frames, 0)],
            new BootOptions { Objects = 5, FictitiousPages = ResidentModule<TMode>.FictitiousQuantum, Reserve = false, Targets = targets },
            events: new ExploredEvents(stage));
        Module.MoreFictitious();
        ResidentModule<TMode>.Watched(State);
    }

    public ResidentModule<TMode> Module { get; }

    public ResidentState State => Module.State;

    public ref Page this[PageId mem] => ref State.Pages[mem];

    /// <summary>
    /// Threads that change this world. The catalogue holds whenever no lock is held, and in any mode at the end: without checks it is
    /// seen what comes of a defect, not only that there is one.
    /// </summary>
    public Play Play(params IReadOnlyList<Actor> threads) => new(threads)
    {
        ChecksOrder = TMode.Locks,
        AtRest = TMode.Locks ? () => Module.CheckInvariants("Explore") : () => { },
        AtEnd = () => Module.CheckInvariants("Explore"),
        NameOf = NameOf,
    };

    public ObjectId Object(bool isInternal = true) => Module.CreateObject(isInternal, 1 << 20);

    /// <summary>A page at an offset of an object, no longer in transit unless it is to be.</summary>
    public PageId Page(ObjectId obj, ulong offset, bool isBusy = false, bool isActive = false)
    {
        using (State.Objects[obj].Lock.Enter())
        {
            var mem = Module.Alloc(obj, offset);
            if (!isBusy) Module.PageWakeupDone(mem);
            if (isActive) WithQueues(() => Module.Activate(mem));
            return mem;
        }
    }

    /// <summary>A fictitious page at an offset of an object, in transit.</summary>
    public PageId Placeholder(ObjectId obj, ulong offset)
    {
        var mem = Module.GrabFictitious();
        WithObject(obj, () => WithQueues(() => Module.Insert(mem, obj, offset)));
        return mem;
    }

    /// <summary>An offset of an object whose key is in the same hash chain as another one.</summary>
    public ulong InChainOf(ObjectId obj, ObjectId other, ulong offset)
    {
        var bucket = ResidentHash.Hash(State, other, offset);
        for (ulong candidate = 0; ; candidate += ResidentState.PageSize)
        {
            if (ResidentHash.Hash(State, obj, candidate) == bucket) return candidate;
        }
    }

    /// <summary>Names what a thread does, for whoever reads the schedule.</summary>
    public void Do(string operation, Action action) => stage.Do(operation, action);

    public void WithObject(ObjectId obj, Action action)
    {
        using (State.Objects[obj].Lock.Enter()) action();
    }

    public void WithObjects(ObjectId first, ObjectId second, Action action)
    {
        using (State.Objects[first].Lock.Enter())
        using (State.Objects[second].Lock.Enter()) action();
    }

    public void WithQueues(Action action)
    {
        using (State.PageQueuesLock.Enter()) action();
    }

    /// <summary>With the object locked, waits until the page at an offset is there and not in transit, as the fault handler does.</summary>
    public PageId AwaitPage(ObjectId obj, ulong offset)
    {
        while (true)
        {
            PageId mem = default;
            var mustSleep = false;
            WithObject(obj, () =>
            {
                mem = Module.Lookup(obj, offset);
                mustSleep = !mem.IsNull && this[mem].Busy;
                if (mustSleep) Module.PageAssertWait(mem);
            });
            if (!mustSleep) return mem;

            Module.Events.ThreadBlock();
        }
    }

    /// <summary>Stops the schedule if something is not so.</summary>
    public static void Expect(bool condition, string sentence)
    {
        if (!condition) throw new CheckFailedException("Explore", "Scenario", sentence);
    }

    string NameOf(LockId which)
    {
        if (!which.Class.IsOfRows) return which.ToString();

        return $"{which} of " + (State.Objects.At(which.Address)?.ToString() ?? State.Buckets.At(which.Address)?.ToString()
            ?? State.Segments.At(which.Address)?.ToString() ?? State.Pools.At(which.Address)?.ToString());
    }
}
