using Vm.Vocabulary;

namespace Vm.Proofs.Interpretation;

/// <summary>Reads and writes whole rows of a table whose types are known at run time only.</summary>
interface ITableAccess
{
    /// <summary>Number of rows that handles can name.</summary>
    int Count { get; }

    /// <summary>A copy of a row.</summary>
    object this[uint row] { get; set; }

    /// <summary>The access to the table that a field of a state holds.</summary>
    static ITableAccess To(object table) => (ITableAccess)Activator.CreateInstance(
        typeof(TableAccess<,>).MakeGenericType(table.GetType().GetGenericArguments()), table)!;
}

/// <inheritdoc/>
sealed class TableAccess<THandle, TRow>(Table<THandle, TRow> table) : ITableAccess
    where THandle : struct, IHandle<THandle>
    where TRow : unmanaged
{
    public int Count => table.Count;

    public object this[uint row]
    {
        get => table[THandle.Of(row)];
        set => table[THandle.Of(row)] = (TRow)value;
    }
}
