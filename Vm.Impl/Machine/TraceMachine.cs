using Vm.Mmu;
using Vm.Paging;
using Vm.Physical;
using Vm.Pmap;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// Processors with their MMUs, memory for a number of program pages, and the resident-page module to manage it, page tables included. They run
/// the records of one or more programs, each in its own address space, one access at a time. The pageout daemon runs when a program waits for
/// memory or, in the background, on a thread of its own.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
/// <typeparam name="TPaging">The paging mode.</typeparam>
sealed class TraceMachine<TMode, TPaging> : IDisposable
    where TMode : struct, ICheckMode
    where TPaging : struct, IPagingMode
{
    /// <summary>Objects and page structures that pages in the laundry take: at most a handful are there at once.</summary>
    const int LaundryObjects = 15, LaundryPlaceholders = 5;

    /// <summary>Objects of a task: its memory, that which it forked from, and its text.</summary>
    const int ObjectsOfTask = 3;

    /// <summary>The program waits when nothing is free, and goes on when a page is.</summary>
    static readonly FreeTargets Targets = new(Min: 0, Low: 0, High: 1);

    readonly PageoutSignals signals = new();
    readonly CancellationTokenSource end = new();
    readonly Thread? background;
    readonly MachineEvents events;
    readonly Pager<TMode> pager;
    readonly PageTableObject<TMode> tables;
    int started;
    long stores;
    long accesses;
    long loadsOfEndedTasks;

    /// <param name="frames">Frames for the programs' pages.</param>
    /// <param name="tasks">Programs that run at once.</param>
    /// <param name="wired">Pages that each may wire.</param>
    /// <param name="processors">Processors; each program stays on one.</param>
    /// <param name="invalidated">What the last processor is told of changed mappings, in place of its TLB; for a machine that is broken on purpose.</param>
    /// <param name="inBackground">The pageout daemon has its own thread.</param>
    public TraceMachine(int frames, int tasks = 1, int wired = 0, int processors = 1, ITranslationCache? invalidated = null, bool inBackground = false)
    {
        var layout = MachineLayout.For<TPaging>(frames, tasks, wired);
        Memory = new PhysicalMemory((int)layout.Frames);
        Maps = new PhysicalMaps<TPaging>(Memory, new BootFrames(layout.Boot), layout.KernelPages);
        for (var i = 1; i < processors; i++) Processors.Add(new Processor<TPaging>(Maps));
        Processors.Add(new Processor<TPaging>(Maps, invalidated));
        events = new MachineEvents(signals, Memory, layout.Boot.End);
        Module = ResidentModule<TMode>.Bootstrap(
            [layout.Tables, layout.Pages],
            new BootOptions
            {
                Objects = 1 + (ObjectsOfTask * tasks) + LaundryObjects,
                FictitiousPages = LaundryPlaceholders,
                Targets = Targets,
                EvictionsAtATime = 1,
                DescriptorBytes = MachineLayout.DescriptorBytes,
                BucketBytes = MachineLayout.BucketBytes,
            },
            Maps, observer: events);
        Maps.Tables = tables = new PageTableObject<TMode>(Module, Module.CreateObject(isInternal: true, (ulong)Memory.Frames << IPagingMode.PageShift));
        Module.Pagers = pager = new Pager<TMode>(Module, Memory);

        var daemon = new PageoutDaemon<TMode>(Module, signals);
        Faults = new FaultHandler<TMode, TPaging>(Module, Maps, pager, () =>
        {
            if (background is null) daemon.RunPending(pager.Serve);
            Module.Wait();
        });

        if (!inBackground) return;

        background = new Thread(() => daemon.Run(pager.Serve, end.Token)) { IsBackground = true, Name = "pageout" };
        background.Start();
    }

    /// <summary>The machine's memory.</summary>
    public PhysicalMemory Memory { get; }

    /// <summary>The address spaces.</summary>
    public PhysicalMaps<TPaging> Maps { get; }

    /// <summary>The processors that run the programs.</summary>
    public List<Processor<TPaging>> Processors { get; } = [];

    /// <summary>The module that manages memory.</summary>
    public ResidentModule<TMode> Module { get; }

    /// <summary>What happens when a page is not there.</summary>
    public FaultHandler<TMode, TPaging> Faults { get; }

    /// <summary>Pages evicted after their contents were given to the pager.</summary>
    public long DirtyEvictions => pager.Writes;

    /// <summary>Pages evicted that the pager, or a new page of zeros, can replace as they are.</summary>
    public long CleanEvictions => events.Evicted - pager.Writes;

    /// <summary>Page-table pages of the programs.</summary>
    public int TablePages => tables.Taken;

    /// <summary>Pages of programs in memory.</summary>
    public int ResidentPages => (int)Module.State.Objects.Sum(obj => Module.State.Objects[obj].ResidentPageCount) - TablePages;

    /// <summary>Pages of programs that are wired.</summary>
    public int WiredPages => Tasks.Sum(task => task.Map.WiredCount);

    /// <summary>Frames for programs that hold nothing.</summary>
    public int FreeFrames
    {
        get
        {
            const byte Pages = 1;
            var s = Module.State;
            return s.Segments[new SegmentId(Pages)].FreeCount + s.FreeLists[FreeLists.At(Pages, FreeLists.PoolOf(0))].Size;
        }
    }

    /// <summary>Translations from the TLB.</summary>
    public long TlbHits => accesses - TlbMisses;

    /// <summary>Walks.</summary>
    public long TlbMisses => Processors.Sum(processor => processor.Mmu.TlbMisses);

    /// <summary>Loads whose bytes were compared with the bytes stored last.</summary>
    public long LoadsChecked => loadsOfEndedTasks + Tasks.Sum(task => task.Contents.LoadsChecked);

    /// <summary>The programs that have not ended.</summary>
    public List<MachineTask<TPaging>> Tasks { get; } = [];

    /// <summary>Opens a program's file, whose pages the tasks share that run it.</summary>
    /// <param name="pages">The numbers of its pages.</param>
    public SharedText Open(IReadOnlySet<ulong> pages)
    {
        var text = new SharedText(new ShadowObject(Module.CreateObject(isInternal: false, KernelHalf.UserEnd<FourLevelPaging>()), null), pages);
        pager.Open(text.Object.Id);
        return text;
    }

    /// <summary>Closes a file that <see cref="Open"/> opened; its object ends with the last task that has it.</summary>
    public void Close(SharedText text) => Release(text.Object);

    /// <summary>Makes a program's address space.</summary>
    /// <param name="text">The pages that it shares, if it does.</param>
    /// <param name="toWire">How many pages it wires, those that it uses first.</param>
    public MachineTask<TPaging> Start(SharedText? text = null, int toWire = 0)
    {
        if (text is not null) text.Object.Holders++;
        return Begin(new MachineTask<TPaging>(NextProcessor(), Maps.Create(), NewObject(null), text) { ToWire = toWire });
    }

    /// <summary>
    /// Makes a copy of a program. Both have all pages that it has, and neither may write them: who writes one gets a copy of it. Wired
    /// pages are wired for the parent alone.
    /// </summary>
    public MachineTask<TPaging> Fork(MachineTask<TPaging> parent)
    {
        parent.Map.Protect(VirtualAddress.Of(0), VirtualAddress.Of(KernelHalf.UserEnd<TPaging>()), Protection.Read | Protection.Execute);

        // The object has two holders from here on: the new objects in front of it.
        var forked = parent.Memory;
        forked.Holders++;
        parent.Memory = NewObject(forked);
        if (parent.Text is not null) parent.Text.Object.Holders++;
        return Begin(new MachineTask<TPaging>(NextProcessor(), Maps.Create(), NewObject(forked), parent.Text)
        {
            Contents = parent.Contents.Fork(),
            Numbers = parent.Numbers.Copy(),
        });
    }

    /// <summary>Ends a program: its mappings, its page tables, and the pages that nobody else has.</summary>
    public void Exit(MachineTask<TPaging> task)
    {
        if (task.Processor.Current == task.Map) task.Processor.Activate(Maps.Kernel);

        task.Map.Remove(VirtualAddress.Of(0), VirtualAddress.Of(KernelHalf.UserEnd<TPaging>()));
        task.Map.Destroy();
        foreach (var page in task.Wired) Unwire(task, page);
        Release(task.Memory);
        if (task.Text is not null) Release(task.Text.Object);
        loadsOfEndedTasks += task.Contents.LoadsChecked;
        Tasks.Remove(task);
    }

    /// <summary>Makes a record's references, in ascending order of their pages.</summary>
    public void Run(MachineTask<TPaging> task, in TraceRecord record)
    {
        if (task.Processor.Current != task.Map) task.Processor.Activate(task.Map);

        var va = VirtualAddress.Of(record.Address);
        var first = Math.Min(record.Size, IPagingMode.PageSize - va.Offset);
        Reference(task, va, first, record);
        if (first < record.Size) Reference(task, VirtualAddress.Of(record.Address + (ulong)first), record.Size - first, record);
    }

    void Reference(MachineTask<TPaging> task, VirtualAddress va, int size, in TraceRecord record)
    {
        if (TryReference(task, va, size, record) is not { } error) return;

        // In the background the page may be gone before it is used.
        do
        {
            Faults.Handle(task, va, error);
            if (TryReference(task, va, size, record) is not { } again) return;

            error = again;
        }
        while (background is not null);

        throw new InvalidOperationException($"page fault at {va} again after it was handled: {error}");
    }

    /// <returns>The page fault, if the access is not possible.</returns>
    PageFaultError? TryReference(MachineTask<TPaging> task, VirtualAddress va, int size, in TraceRecord record)
    {
        if (background is null) return Access(task, va, size, record);
        lock (Maps.Gate) return Access(task, va, size, record);
    }

    PageFaultError? Access(MachineTask<TPaging> task, VirtualAddress va, int size, in TraceRecord record)
    {
        accesses++;
        if (!task.Processor.Mmu.TryAccess(task.Mapped(va), record.Access, user: true, out var address, out var error)) return error;

        var bytes = Memory.Bytes(address, size);
        if (record.Reads) task.Contents.Check(va, bytes);
        if (record.Writes) task.Contents.Store(va, bytes, ++stores);
        return null;
    }

    MachineTask<TPaging> Begin(MachineTask<TPaging> task)
    {
        Tasks.Add(task);
        return task;
    }

    Processor<TPaging> NextProcessor() => Processors[started++ % Processors.Count];

    ShadowObject NewObject(ShadowObject? backing) =>
        new(Module.CreateObject(isInternal: true, KernelHalf.UserEnd<FourLevelPaging>()), backing);

    /// <summary>One holder of an object fewer. Without any it ends, and holds the one behind it no longer.</summary>
    void Release(ShadowObject obj)
    {
        for (var each = obj; each is not null; each = each.Backing)
        {
            if (--each.Holders > 0) return;
            Module.TerminateObject(each.Id);
            pager.Forget(each.Id);
        }
    }

    void Unwire(MachineTask<TPaging> task, ulong page)
    {
        for (var holder = task.Memory; holder is not null; holder = holder.Backing)
        {
            PageId mem;
            using (Module.State.Objects[holder.Id].Lock.Enter()) mem = Module.Lookup(holder.Id, page << IPagingMode.PageShift);
            if (mem.IsNull) continue;

            Faults.Unwire(holder, mem);
            return;
        }
    }

    /// <summary>Ends the daemon's thread.</summary>
    public void Dispose()
    {
        end.Cancel();
        background?.Join();
        end.Dispose();
        signals.Dispose();
    }
}
