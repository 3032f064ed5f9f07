using Vm.Mmu;
using Vm.Paging;
using Vm.Resident;

namespace Vm.Pmap;

/// <summary>
/// The physical map module (<c>pmap</c>): the kernel's address space and those of programs, the physical-to-virtual lists over all of
/// them, and the processors whose translation caches must hear of changes.
/// </summary>
/// <typeparam name="TPaging">The paging mode.</typeparam>
public sealed partial class PhysicalMaps<TPaging> : IPhysicalMap where TPaging : struct, IPagingMode
{
    readonly List<PhysicalMap<TPaging>> alive = [];
    readonly List<Processor<TPaging>> processors = [];

    /// <summary>
    /// Makes the kernel's address space with all tables that it will ever have (<c>pmap_bootstrap</c>): they are shared by all
    /// address spaces, so later ones could not reach them.
    /// </summary>
    /// <param name="memory">The machine's memory.</param>
    /// <param name="boot">The frames set aside for these tables; <see cref="BootTablesFor"/> tells how many.</param>
    /// <param name="kernelPages">Pages of virtual addresses that the kernel can use.</param>
    public PhysicalMaps(PhysicalMemory memory, ITableFrames boot, int kernelPages)
    {
        Memory = memory;
        Lists = new MappingLists<TPaging>(memory.Frames);
        Tables = boot;
        VirtualEnd = VirtualStart + ((ulong)kernelPages << IPagingMode.PageShift);
        Kernel = new PhysicalMap<TPaging>(this, TakeRoot(), isKernel: true);
        for (var va = VirtualStart; va < VirtualEnd; va += 1UL << TPaging.Shift(2))
        {
            while (!Kernel.Tables.TryFind(VirtualAddress.Of(va), out _)) Kernel.Tables.TryAttach(VirtualAddress.Of(va), boot.Take());
        }
    }

    /// <summary>Held while tables are looked at or changed, and by a processor during an access: mappings change between two of them.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The machine's memory.</summary>
    public PhysicalMemory Memory { get; }

    /// <summary>The kernel's address space (<c>kernel_pmap</c>).</summary>
    public PhysicalMap<TPaging> Kernel { get; }

    /// <summary>Where the tables of programs come from; the frames of boot, until there is a page module.</summary>
    public ITableFrames Tables { get; set; }

    /// <summary>The first virtual address that the kernel can use (<c>pmap_virtual_space</c>).</summary>
    public ulong VirtualStart { get; } = KernelHalf.Start<TPaging>();

    /// <summary>The first behind them (<c>pmap_virtual_space</c>).</summary>
    public ulong VirtualEnd { get; }

    internal MappingLists<TPaging> Lists { get; }

    /// <summary>The frames that the kernel's tables take for a number of pages of its addresses.</summary>
    public static int BootTablesFor(int kernelPages)
    {
        var tables = 1;
        for (var level = 1; level < TPaging.Levels; level++)
            tables += (int)((((ulong)kernelPages << IPagingMode.PageShift) + (1UL << TPaging.Shift(level + 1)) - 1) >> TPaging.Shift(level + 1));
        return tables;
    }

    /// <summary>The tables of an address space that has to have no more than needed: the root, what is always there, and one path.</summary>
    public static int FewestTables =>
        PageTables<TPaging>.HasFixedDirectories ? 1 + KernelHalf.RootIndex<TPaging>() + 1 : TPaging.Levels;

    /// <summary>Makes an address space in which only the kernel's pages are mapped (<c>pmap_create</c>).</summary>
    public PhysicalMap<TPaging> Create()
    {
        var map = new PhysicalMap<TPaging>(this, TakeRoot(), isKernel: false);
        var split = KernelHalf.RootIndex<TPaging>();
        for (var i = 0; PageTables<TPaging>.HasFixedDirectories && i < split; i++)
            map.Tables.TryAttach(VirtualAddress.Of((ulong)i << TPaging.Shift(TPaging.Levels)), Tables.Take());

        lock (Gate)
        {
            for (var i = split; i < TPaging.Entries(TPaging.Levels); i++)
            {
                var offset = (ulong)(i * TPaging.EntrySize);
                map.Tables.Write(map.RootAddress + offset, Kernel.Tables.Read(Kernel.RootAddress + offset));
            }

            alive.Add(map);
        }

        return map;
    }

    internal void Forget(PhysicalMap<TPaging> map)
    {
        if (processors.Exists(processor => processor.Current == map))
            throw new InvalidOperationException("a map ends that a processor uses");
        alive.Remove(map);
    }

    internal void Add(Processor<TPaging> processor) => processors.Add(processor);

    /// <summary>
    /// Takes a page for a table. When there are too few, those that map nothing are given back, and if that is not enough, all that need not
    /// stay.
    /// </summary>
    /// <param name="missing">Tables that are to be put in one below the other: an empty one must not be collected for the next.</param>
    /// <exception cref="InvalidOperationException">All tables have wired mappings.</exception>
    internal uint TakeTable(int missing)
    {
        if (Tables.Free < missing) CollectEmpty();
        if (Tables.Free < missing)
        {
            PhysicalMap<TPaging>[] all;
            lock (Gate) all = [.. alive];
            foreach (var map in all) map.Collect();
        }

        return Tables.Free > 0 ? Tables.Take() : throw new InvalidOperationException("every page-table page is in use for wired mappings");
    }

    void CollectEmpty()
    {
        var frames = new List<uint>();
        lock (Gate)
        {
            foreach (var map in alive) map.DetachEmpty(frames);
        }

        foreach (var frame in frames) Tables.Return(frame);
    }

    /// <summary>Tells the processors that use a map that an address is not mapped as before (<c>PMAP_UPDATE_TLBS</c>).</summary>
    internal void Update(PhysicalMap<TPaging> map, VirtualAddress va)
    {
        foreach (var processor in processors) processor.Signal(map, va);
    }

    /// <summary>Tells the processors that use a map that none of its addresses may be.</summary>
    internal void UpdateAll(PhysicalMap<TPaging> map)
    {
        foreach (var processor in processors) processor.Signal(map, null);
    }

    uint TakeRoot()
    {
        var root = Tables.Take();
        Memory.Frame(root).Clear();
        return root;
    }
}
