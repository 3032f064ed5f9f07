using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vm.Paging;
using Vm.Vocabulary;

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
        var bytes = this.bytes;

        // There is a frame at least, so for the few bytes of an access only the second question is left.
        if (((uint)count > FourLevelPaging.PageSize && (uint)count > (uint)bytes.Length) || address > (uint)(bytes.Length - count))
            ThrowBusError(address, bytes.Length);

        // Looked at above, and not again: this is in the path of every access.
        return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), (nint)address), count);
    }

    // Not in line: this leaves the callers' numbers in registers.
    [DoesNotReturn, MethodImpl(MethodImplOptions.NoInlining)]
    static void ThrowBusError(ulong address, int size) => throw new BusErrorException(address, (ulong)size);

    /// <summary>Reads the paging-structure entry at an address, in the size that the mode's entries have.</summary>
    /// <exception cref="BusErrorException">There is no memory.</exception>
    public PageTableEntry ReadEntry<TMode>(ulong address) where TMode : struct, IPagingMode =>
        PageTableEntry.Of(TMode.EntrySize == sizeof(uint) ? Load32(address) : Load64(address));

    /// <summary>Writes the paging-structure entry at an address, in the size that the mode's entries have.</summary>
    /// <exception cref="BusErrorException">There is no memory.</exception>
    public void WriteEntry<TMode>(ulong address, PageTableEntry entry) where TMode : struct, IPagingMode
    {
        if (TMode.EntrySize == sizeof(uint)) Store32(address, (uint)entry.Value);
        else Store64(address, entry.Value);
    }

    /// <summary>Fills a frame with zeros.</summary>
    /// <exception cref="BusErrorException">There is no such frame.</exception>
    [ClearsCells(IPagingMode.PageShift)]
    public void ClearFrame(uint frame) => Frame(frame).Clear();

    [LoadsCell]
    uint Load32(ulong address) => MemoryMarshal.Read<uint>(Bytes(address, sizeof(uint)));

    [LoadsCell]
    ulong Load64(ulong address) => MemoryMarshal.Read<ulong>(Bytes(address, sizeof(ulong)));

    [StoresCell]
    void Store32(ulong address, uint value) => MemoryMarshal.Write(Bytes(address, sizeof(uint)), value);

    [StoresCell]
    void Store64(ulong address, ulong value) => MemoryMarshal.Write(Bytes(address, sizeof(ulong)), value);

    /// <summary>The paging-structure entry at an address.</summary>
    /// <exception cref="BusErrorException">There is no memory.</exception>
    public ref PageTableEntry Entry(ulong address) =>
        ref MemoryMarshal.AsRef<PageTableEntry>(Bytes(address, FourLevelPaging.EntrySize));
}
