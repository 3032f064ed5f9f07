using Vm.Mmu;
using Vm.Paging;
using Vm.Physical;
using Vm.Pmap;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// One processor with its MMU, memory for a number of program pages and the page tables that they need, and the
/// resident-page module to manage the former. It runs the records of one program. The pageout daemon runs when the program waits for
/// memory or, in the background, on a thread of its own.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
sealed class TraceMachine<TMode> : IDisposable
    where TMode : struct, ICheckMode
{
    /// <summary>Objects and page structures that pages in the laundry take: at most a handful are there at once.</summary>
    const int LaundryObjects = 15, LaundryPlaceholders = 5;

    /// <summary>The program waits when nothing is free, and goes on when a page is.</summary>
    static readonly FreeTargets Targets = new(Min: 0, Low: 0, High: 1);

    readonly PageoutSignals signals = new();
    readonly CancellationTokenSource end = new();
    readonly Thread? background;

    /// <summary>Held during an access: mappings change between two of them.</summary>
    readonly Lock processor = new();
    readonly MachineEvents events;
    readonly Pager<TMode> pager;
    readonly ContentsShadow shadow = new();
    long stores;

    /// <param name="frames">Frames for the program's pages.</param>
    /// <param name="invalidated">What the pmap tells of its changes, in place of the TLB; for a machine that is broken on purpose.</param>
    /// <param name="inBackground">The pageout daemon has its own thread.</param>
    public TraceMachine(int frames, ITranslationCache? invalidated = null, bool inBackground = false)
    {
        // Page tables lie below the module's segment: they are set aside at boot, and the module never sees them.
        var tables = new FrameRange(0, (uint)PhysicalMap.TablesFor(frames));
        var segment = new BootSegment(tables.End, tables.End + (uint)frames, AvailableFrame: tables.End);
        Memory = new PhysicalMemory((int)segment.EndFrame);

        var tlb = new Tlb();
        var map = new PhysicalMap(Memory, tables, invalidated ?? tlb);
        Mmu = new MemoryManagementUnit<FourLevelPaging>(Memory, tlb) { Control = new ControlRegisters { Cr3 = map.RootAddress } };
        events = new MachineEvents(signals, Memory, tables.End);
        Module = ResidentModule<TMode>.Bootstrap(
            [segment],
            new BootOptions
            {
                Objects = 1 + LaundryObjects,
                FictitiousPages = LaundryPlaceholders,
                Targets = Targets,
                EvictionsAtATime = 1,
            },
            new InterruptingMap(map, processor), observer: events);
        Module.Pagers = pager = new Pager<TMode>(Module, Memory);

        var space = Module.CreateObject(isInternal: true, VirtualAddress.UserEnd);
        var daemon = new PageoutDaemon<TMode>(Module, signals);
        Faults = new FaultHandler<TMode>(Module, space, map, Memory, processor, pager, () =>
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

    /// <summary>The processor's address translation.</summary>
    public MemoryManagementUnit<FourLevelPaging> Mmu { get; }

    /// <summary>The module that manages the program's pages.</summary>
    public ResidentModule<TMode> Module { get; }

    /// <summary>What happens when a page is not there.</summary>
    public FaultHandler<TMode> Faults { get; }

    /// <summary>Pages evicted after their contents were given to the pager.</summary>
    public long DirtyEvictions => pager.Writes;

    /// <summary>Pages evicted that the pager, or a new page of zeros, can replace as they are. The program frees none.</summary>
    public long CleanEvictions => events.Freed - pager.Writes;

    /// <summary>Loads whose bytes were compared with the bytes stored last.</summary>
    public long LoadsChecked => shadow.LoadsChecked;

    /// <summary>Makes a record's references, in ascending order of their pages.</summary>
    public void Run(in TraceRecord record)
    {
        var va = VirtualAddress.Of(record.Address);
        var first = Math.Min(record.Size, FourLevelPaging.PageSize - va.Offset);
        Reference(va, first, record);
        if (first < record.Size) Reference(VirtualAddress.Of(record.Address + (ulong)first), record.Size - first, record);
    }

    void Reference(VirtualAddress va, int size, in TraceRecord record)
    {
        if (TryReference(va, size, record) is not { } error) return;

        // In the background the page may be gone before it is used.
        do
        {
            Faults.Handle(va, error);
            if (TryReference(va, size, record) is not { } again) return;

            error = again;
        }
        while (background is not null);

        throw new InvalidOperationException($"page fault at {va} again after it was handled: {error}");
    }

    /// <returns>The page fault, if the access is not possible.</returns>
    PageFaultError? TryReference(VirtualAddress va, int size, in TraceRecord record)
    {
        lock (processor)
        {
            if (!Mmu.TryAccess(va, record.Access, user: true, out var address, out var error)) return error;

            var bytes = Memory.Bytes(address, size);
            if (record.Reads) shadow.Check(va, bytes);
            if (record.Writes) shadow.Store(va, bytes, ++stores);
            return null;
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
