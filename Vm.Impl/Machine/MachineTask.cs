using Vm.Paging;
using Vm.Pmap;

namespace Vm.Machine;

/// <summary>A program that runs: its address space, and what its memory has to hold.</summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
sealed class MachineTask<TPaging>(
    Processor<TPaging> processor, PhysicalMap<TPaging> map, ShadowObject memory, SharedText? text)
    where TPaging : struct, IPagingMode
{
    /// <summary>The processor that it runs on.</summary>
    public Processor<TPaging> Processor { get; } = processor;

    /// <summary>Its translations.</summary>
    public PhysicalMap<TPaging> Map { get; } = map;

    /// <summary>The object of the pages that are its own.</summary>
    public ShadowObject Memory { get; set; } = memory;

    /// <summary>The pages that it shares with the tasks that run the same program.</summary>
    public SharedText? Text { get; } = text;

    /// <summary>What it stored.</summary>
    public ContentsShadow Contents { get; init; } = new(text);

    /// <summary>The numbers of its pages, where addresses have 32 bits.</summary>
    public PageNumbering Numbers { get; init; } = new();

    /// <summary>The pages that it has wired.</summary>
    public HashSet<ulong> Wired { get; } = [];

    /// <summary>Pages that it is still to wire.</summary>
    public int ToWire { get; set; }

    /// <summary>The object that a page is looked for in.</summary>
    public ShadowObject ObjectOf(VirtualAddress va) =>
        Text is not null && Text.Pages.Contains(va.PageNumber) ? Text.Object : Memory;

    /// <summary>Where the processor finds an address of the trace.</summary>
    public VirtualAddress Mapped(VirtualAddress va) => TPaging.AddressBits == 32 ? Numbers.Of<TPaging>(va) : va;
}
