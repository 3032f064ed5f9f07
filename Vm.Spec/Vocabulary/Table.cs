using System.Collections;

namespace Vm.Vocabulary;

/// <summary>Rows of the component's state, reached by handle. Enumerating gives the handles of all rows, null excluded.</summary>
/// <typeparam name="THandle">The handle type.</typeparam>
/// <typeparam name="TRow">The row type.</typeparam>
public readonly struct Table<THandle, TRow> : IEnumerable<THandle>
    where THandle : struct, IHandle<THandle>
    where TRow : struct
{
    readonly TRow[] rows;

    /// <param name="count">Number of rows, the unused row 0 of a nullable handle not counted.</param>
    public Table(int count) => rows = new TRow[count + First];

    static int First => THandle.IsNullable ? 1 : 0;

    /// <summary>Number of rows.</summary>
    public int Count => rows.Length - First;

    /// <summary>The row of a handle. A null handle reaches the unused row 0; contracts exclude it.</summary>
    public ref TRow this[THandle handle] => ref rows[handle.V];

    /// <summary>The rows behind <paramref name="first"/>, which stand in memory one after the other.</summary>
    public Span<TRow> Rows(THandle first, int count) => rows.AsSpan((int)first.V, count);

    /// <summary>Copies all rows from a table of the same size.</summary>
    public void CopyFrom(Table<THandle, TRow> other) => other.rows.CopyTo(rows, 0);

    /// <inheritdoc/>
    public IEnumerator<THandle> GetEnumerator()
    {
        for (var i = First; i < rows.Length; i++) yield return THandle.Of((uint)i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
