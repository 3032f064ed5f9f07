using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vm.Vocabulary;

/// <summary>Memory of tables: pinned, because only pinned memory stays aligned, and on huge pages where there are any.</summary>
static class TableMemory
{
    const int Alignment = 16;

    /// <summary>Where the runtime puts the elements of a large array: this much behind a multiple of <see cref="Alignment"/>.</summary>
    const int Skew = 8;

    /// <summary>Arrays that follow each other begin in turn at either place, so the second already fits.</summary>
    const int Attempts = 8;

    const long HugePage = 2 << 20;
    const int AdviseHugePages = 14;

    /// <summary>Zeroed rows.</summary>
    public static TRow[] Allocate<TRow>(int length) where TRow : unmanaged
    {
        var rows = Reserve<TRow>(length);
        for (var i = 1; i < Attempts && !IsPlaced(rows); i++) rows = Reserve<TRow>(length);
        return rows;
    }

    static TRow[] Reserve<TRow>(int length) where TRow : unmanaged
    {
        // Not touched before the advice: memory that is there already would have to be moved together.
        var rows = GC.AllocateUninitializedArray<TRow>(length, pinned: true);
        AskForHugePages(AddressOf(rows), (long)length * Unsafe.SizeOf<TRow>());
        Array.Clear(rows);
        return rows;
    }

    static bool IsPlaced<TRow>(TRow[] rows) where TRow : unmanaged =>
        Unsafe.SizeOf<TRow>() % Alignment != 0 || AddressOf(rows) % Alignment == Skew;

    /// <summary>The address of what is never moved.</summary>
    public static nint AddressOf<T>(ref T place) => Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref place);

    static nint AddressOf<TRow>(TRow[] rows) where TRow : unmanaged => AddressOf(ref MemoryMarshal.GetArrayDataReference(rows));

    /// <summary>A lookup in a large table is one miss of the address cache more than one in huge pages. Without them all is the same, but slower.</summary>
    static void AskForHugePages(nint start, long size)
    {
        var begin = (start + HugePage - 1) & -HugePage;
        var end = (start + size) & -HugePage;
        if (OperatingSystem.IsLinux() && begin < end) _ = Advise((nint)begin, (nint)(end - begin), AdviseHugePages);
    }

    [DllImport("libc", EntryPoint = "madvise")]
    static extern int Advise(nint start, nint length, int advice);
}
