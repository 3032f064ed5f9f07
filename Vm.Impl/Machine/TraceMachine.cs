using Vm.Mmu;
using Vm.Paging;
using Vm.Physical;
using Vm.Pmap;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Machine;

/// <summary>
/// One processor with its MMU, memory for a number of program pages and the page tables that they need, and the
/// resident-page module to manage the former. It runs the records of one program.
/// </summary>
/// <typeparam name="TMode">How much the module checks.</typeparam>
sealed class TraceMachine<TMode>
    where TMode : struct, ICheckMode
{
    readonly PhysicalMemory memory;
    readonly ContentsShadow shadow = new();
    long stores;

    /// <param name="frames">Frames for the program's pages.</param>
    /// <param name="invalidated">What the pmap tells of its changes, in place of the TLB; for a machine that is broken on purpose.</param>
    public TraceMachine(int frames, ITranslationCache? invalidated = null)
    {
        // Page tables lie below the module's segment: they are set aside at boot, and the module never sees them.
        var tables = new FrameRange(0, (uint)PhysicalMap.TablesFor(frames));
        var segment = new BootSegment(tables.End, tables.End + (uint)frames, AvailableFrame: tables.End);
        memory = new PhysicalMemory((int)segment.EndFrame);

        var tlb = new Tlb();
        var map = new PhysicalMap(memory, tables, invalidated ?? tlb);
        Mmu = new MemoryManagementUnit(memory, tlb) { Control = new ControlRegisters { Cr3 = map.RootAddress } };
        Module = ResidentModule<TMode>.Bootstrap(segment, objects: 1, map);

        var pager = new Pager();
        var space = Module.CreateObject(isInternal: true, VirtualAddress.UserEnd);
        Pageout = new Pageout<TMode>(Module, map, memory, pager);
        Faults = new FaultHandler<TMode>(Module, space, map, memory, pager, Pageout);
    }

    /// <summary>The processor's address translation.</summary>
    public MemoryManagementUnit Mmu { get; }

    /// <summary>The module that manages the program's pages.</summary>
    public ResidentModule<TMode> Module { get; }

    /// <summary>What happens when a page is not there.</summary>
    public FaultHandler<TMode> Faults { get; }

    /// <summary>What happens when no page is free.</summary>
    public Pageout<TMode> Pageout { get; }

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
        var bytes = memory.Bytes(Translate(va, record.Access), size);
        if (record.Reads) shadow.Check(va, bytes);
        if (record.Writes) shadow.Store(va, bytes, ++stores);
    }

    ulong Translate(VirtualAddress va, AccessKind kind)
    {
        if (Mmu.TryAccess(va, kind, user: true, out var address, out var error)) return address;

        Faults.Handle(va, error);
        if (Mmu.TryAccess(va, kind, user: true, out address, out error)) return address;

        throw new InvalidOperationException($"page fault at {va} again after it was handled: {error}");
    }
}
