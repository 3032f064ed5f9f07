using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vm.Mmu;
using Vm.Paging;

namespace Vm.Benchmarks;

/// <summary>Reads of mapped pages, through the TLB or through walks, and the same reads of an array without translation.</summary>
/// <typeparam name="TMode">The paging mode.</typeparam>
sealed class Translation<TMode> : ITranslation where TMode : struct, IPagingMode
{
    const int Pages = ITranslation.Pages;
    const int FirstFrame = 16;

    readonly PhysicalMemory memory = new(FirstFrame + Pages);
    readonly byte[] array = new byte[Pages * IPagingMode.PageSize];
    readonly VirtualAddress[] addresses;
    readonly MemoryManagementUnit<TMode> mmu;
    readonly Walker<TMode> walker;

    public Translation()
    {
        var random = new Random(1);
        addresses = [.. Enumerable.Range(0, ITranslation.Batch).Select(_ => VirtualAddress.Of((ulong)random.Next(array.Length) & ~7UL))];
        for (var page = 0; page < Pages; page++) Map(VirtualAddress.Of((ulong)page << IPagingMode.PageShift), (ulong)(FirstFrame + page));
        mmu = new MemoryManagementUnit<TMode>(memory, new Tlb()) { Control = new ControlRegisters { Cr3 = 1 << IPagingMode.PageShift } };
        walker = new Walker<TMode>(memory);
        random.NextBytes(array);
        for (var page = 0; page < Pages; page++)
            array.AsSpan(page * IPagingMode.PageSize, IPagingMode.PageSize).CopyTo(memory.Frame((uint)(FirstFrame + page)));
        Hit();
    }

    /// <inheritdoc/>
    public string Mode => TMode.Name;

    /// <inheritdoc/>
    public long Misses => mmu.TlbMisses;

    /// <inheritdoc/>
    public ulong Plain()
    {
        ulong sum = 0;
        foreach (var va in addresses) sum += MemoryMarshal.Read<ulong>(array.AsSpan((int)va.Value, sizeof(ulong)));
        return sum;
    }

    /// <inheritdoc/>
    public ulong Hit()
    {
        ulong sum = 0;
        var (mmu, memory) = (this.mmu, this.memory);
        foreach (var va in addresses)
        {
            if (!mmu.TryAccess(va, AccessKind.Read, user: true, out var address, out var error)) Fault(va, error);
            sum += MemoryMarshal.Read<ulong>(memory.Bytes(address, sizeof(ulong)));
        }

        return sum;
    }

    /// <inheritdoc/>
    public ulong Walk()
    {
        ulong sum = 0;
        var control = mmu.Control;
        foreach (var va in addresses)
        {
            if (!walker.TryWalk(va, AccessKind.Read, user: true, control, out var found, out var error)) Fault(va, error);
            sum += MemoryMarshal.Read<ulong>(memory.Bytes(found.AddressOf(va), sizeof(ulong)));
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Fault(VirtualAddress va, PageFaultError error) => throw new InvalidOperationException($"{va}: {error}");

    /// <summary>Tables at frames 1 and up, one a level: all pages are in one page table.</summary>
    void Map(VirtualAddress va, ulong frame)
    {
        ulong table = 1;
        for (var level = TMode.Levels; level > 1; level--, table++)
            memory.WriteEntry<TMode>(EntryAddress.Of<TMode>(table << IPagingMode.PageShift, va, level), TMode.NameTable(table + 1, level));
        memory.WriteEntry<TMode>(
            EntryAddress.Of<TMode>(table << IPagingMode.PageShift, va, 1),
            new PageTableEntry { Present = true, Writable = true, User = true, Frame = frame });
    }
}

/// <summary>The same reads in three ways.</summary>
interface ITranslation
{
    /// <summary>Reads in a batch.</summary>
    const int Batch = 4096;

    /// <summary>Pages that are read: all fit the TLB.</summary>
    const int Pages = 128;

    /// <summary>The paging mode.</summary>
    string Mode { get; }

    /// <summary>Translations that the TLB did not have.</summary>
    long Misses { get; }

    /// <summary>Reads the array.</summary>
    ulong Plain();

    /// <summary>Reads through the MMU; the TLB has all pages.</summary>
    ulong Hit();

    /// <summary>Reads through the walker.</summary>
    ulong Walk();
}
