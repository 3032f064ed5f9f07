using System.Collections;
using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// Rows of the component's state, reached by handle. Enumerating gives the handles of all rows, null excluded. Rows whose size is a
/// multiple of 16 bytes begin 8 bytes behind such a multiple, so 16 bytes of a row that begin at 8, 24, ... lie in one cache line.
/// </summary>
/// <typeparam name="THandle">The handle type.</typeparam>
/// <typeparam name="TRow">The row type.</typeparam>
public readonly struct Table<THandle, TRow> : IEnumerable<THandle>
    where THandle : struct, IHandle<THandle>
    where TRow : unmanaged
{
    readonly TRow[] rows;

    /// <param name="count">Number of rows, the unused row 0 of a nullable handle not counted.</param>
    public Table(int count) => rows = TableMemory.Allocate<TRow>(count + First);

    static int First => THandle.IsNullable ? 1 : 0;

    /// <summary>Number of rows.</summary>
    public int Count => rows.Length - First;

    /// <summary>The row of a handle. A null handle reaches the unused row 0; contracts exclude it.</summary>
    /// <exception cref="IndexOutOfRangeException">The handle names no row, in any mode.</exception>
    public ref TRow this[THandle handle]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var all = rows;
            if (handle.V >= (uint)all.Length) ThrowOutside(handle, all.Length - First);
            return ref all[(int)handle.V];
        }
    }

    /// <summary>The handle of the row in which an address lies.</summary>
    /// <returns>Null if it lies in no row.</returns>
    public THandle? At(nint address)
    {
        var distance = address - TableMemory.AddressOf(ref rows[0]);
        var row = distance / Unsafe.SizeOf<TRow>();
        return distance >= 0 && row < rows.Length ? THandle.Of((uint)row) : null;
    }

    /// <summary>Copies all rows from a table of the same size.</summary>
    public void CopyFrom(Table<THandle, TRow> other) => other.rows.AsSpan(First).CopyTo(rows.AsSpan(First));

    /// <inheritdoc/>
    public IEnumerator<THandle> GetEnumerator()
    {
        for (var i = First; i < rows.Length; i++) yield return THandle.Of((uint)i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static void ThrowOutside(THandle handle, int count) =>
        throw new IndexOutOfRangeException($"{handle} is outside of its table, which has {count} rows");
}
