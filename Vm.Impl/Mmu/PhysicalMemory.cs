using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vm.Paging;

namespace Vm.Mmu;

/// <summary>The modeled machine's memory: flat from physical address 0, all zero at the beginning.</summary>
public sealed class PhysicalMemory
{
    readonly byte[] bytes;

    /// <param name="frames">Number of 4 KiB frames.</param>
    public PhysicalMemory(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frames, MaxFrames);
        bytes = new byte[frames * FourLevelPaging.PageSize];
    }

    /// <summary>The most frames that can be modeled: one array of the runtime.</summary>
    public static int MaxFrames => Array.MaxLength / FourLevelPaging.PageSize;

    /// <summary>Number of 4 KiB frames.</summary>
    public int Frames => bytes.Length / FourLevelPaging.PageSize;

    /// <summary>The bytes of a frame.</summary>
    public Span<byte> Frame(uint frame) =>
        Bytes((ulong)frame << FourLevelPaging.PageShift, FourLevelPaging.PageSize);

    /// <summary>Some bytes in a row.</summary>
    /// <exception cref="BusErrorException">They are not all there.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Bytes(ulong address, int count)
    {
        if (address > (ulong)bytes.Length || (ulong)count > (ulong)bytes.Length - address)
            throw new BusErrorException(address, (ulong)bytes.Length);
        return bytes.AsSpan((int)address, count);
    }

    /// <summary>Reads the paging-structure entry at an address, in the size that the mode's entries have.</summary>
    /// <exception cref="BusErrorException">There is no memory.</exception>
    public PageTableEntry ReadEntry<TMode>(ulong address) where TMode : struct, IPagingMode
    {
        var place = Bytes(address, TMode.EntrySize);
        return PageTableEntry.Of(TMode.EntrySize == sizeof(uint) ? MemoryMarshal.Read<uint>(place) : MemoryMarshal.Read<ulong>(place));
    }

    /// <summary>Writes the paging-structure entry at an address, in the size that the mode's entries have.</summary>
    /// <exception cref="BusErrorException">There is no memory.</exception>
    public void WriteEntry<TMode>(ulong address, PageTableEntry entry) where TMode : struct, IPagingMode
    {
        var place = Bytes(address, TMode.EntrySize);
        if (TMode.EntrySize == sizeof(uint)) MemoryMarshal.Write(place, (uint)entry.Value);
        else MemoryMarshal.Write(place, entry.Value);
    }

    /// <summary>The paging-structure entry at an address.</summary>
    /// <exception cref="BusErrorException">There is no memory.</exception>
    public ref PageTableEntry Entry(ulong address) =>
        ref MemoryMarshal.AsRef<PageTableEntry>(Bytes(address, FourLevelPaging.EntrySize));
}
