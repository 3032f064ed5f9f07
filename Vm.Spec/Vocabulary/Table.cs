using System.Collections;
using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// Rows of the component's state, reached by handle. Enumerating gives the handles of all rows, null excluded. The rows begin at a
/// cache line, so that a group of fields that is aligned in a row lies in one line.
/// </summary>
/// <typeparam name="THandle">The handle type.</typeparam>
/// <typeparam name="TRow">The row type.</typeparam>
public readonly struct Table<THandle, TRow> : IEnumerable<THandle>
    where THandle : struct, IHandle<THandle>
    where TRow : unmanaged
{
    const int CacheLine = 64;

    // A pinned array, because only pinned memory stays aligned.
    readonly byte[] memory;
    readonly nint first;
    readonly int length;

    /// <param name="count">Number of rows, the unused row 0 of a nullable handle not counted.</param>
    public Table(int count)
    {
        length = count + First;
        memory = GC.AllocateArray<byte>(checked(length * Unsafe.SizeOf<TRow>() + CacheLine), pinned: true);
        first = (AddressOf(memory) + CacheLine - 1) & -CacheLine;
    }

    static int First => THandle.IsNullable ? 1 : 0;

    /// <summary>Number of rows.</summary>
    public int Count => length - First;

    /// <summary>The row of a handle. A null handle reaches the unused row 0; contracts exclude it.</summary>
    /// <exception cref="IndexOutOfRangeException">The handle names no row, in any mode.</exception>
    public ref TRow this[THandle handle]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (handle.V >= (uint)length) throw Outside(handle);

            // The memory lives on through the reference to a part of it, and until there is one, through this variable.
            var owner = memory;
            ref var row = ref Unsafe.Add(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<TRow>(), first), (nint)handle.V);
            GC.KeepAlive(owner);
            return ref row;
        }
    }

    /// <summary>Copies all rows from a table of the same size.</summary>
    public void CopyFrom(Table<THandle, TRow> other)
    {
        foreach (var handle in other) this[handle] = other[handle];
    }

    /// <inheritdoc/>
    public IEnumerator<THandle> GetEnumerator()
    {
        for (var i = First; i < length; i++) yield return THandle.Of((uint)i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static nint AddressOf(byte[] pinned) => Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref pinned[0]);

    IndexOutOfRangeException Outside(THandle handle) =>
        new($"{handle} is outside of its table, which has {Count} rows");
}
