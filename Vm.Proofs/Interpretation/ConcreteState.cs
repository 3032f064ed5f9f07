using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// A component's state as numbers: false and true are 0 and 1, a handle is the number of its row, an enum its value. Row 0
/// of a nullable handle's table is there and unused, as in the component.
/// </summary>
sealed class ConcreteState
{
    readonly StateLayout layout;
    readonly IReadOnlyDictionary<string, int> rows;

    /// <summary>By column, where it begins; one more at the end.</summary>
    readonly int[] starts;

    readonly Int128[] values;

    /// <param name="program">The component's declarations.</param>
    /// <param name="rowCounts">By table, the number of rows that handles can name.</param>
    public ConcreteState(IrProgram program, IReadOnlyDictionary<string, int> rowCounts)
    {
        layout = new StateLayout(program);
        rows = rowCounts;
        starts = new int[layout.Count + 1];
        for (var column = 0; column < layout.Count; column++)
        {
            var length = column < layout.TableColumns
                ? layout.FirstRow(layout.TableOf(column)) + rows[layout.TableOf(column).Name]
                : 1;
            starts[column + 1] = starts[column] + length;
        }

        values = new Int128[starts[^1]];
    }

    ConcreteState(ConcreteState other) =>
        (layout, rows, starts, values) = (other.layout, other.rows, other.starts, [.. other.values]);

    /// <summary>A field of a row.</summary>
    /// <exception cref="InterpretationException">There is no such row.</exception>
    public Int128 this[string table, Int128 row, string field]
    {
        get => At(layout.Column(table, field), row);
        set => At(layout.Column(table, field), row) = value;
    }

    /// <summary>A scalar.</summary>
    public Int128 this[string global]
    {
        get => At(layout.Global(global), 0);
        set => At(layout.Global(global), 0) = value;
    }

    /// <summary>By table, the number of rows that handles can name.</summary>
    public IReadOnlyDictionary<string, int> RowCounts => rows;

    /// <summary>A value by the number of its column, see <see cref="StateLayout"/>.</summary>
    /// <exception cref="InterpretationException">There is no such row.</exception>
    public ref Int128 At(int column, Int128 row)
    {
        if (row < 0 || row >= starts[column + 1] - starts[column])
            throw new InterpretationException($"{layout.TableOf(column).Name} has no row {row}");
        return ref values[starts[column] + (int)row];
    }

    /// <summary>The rows that handles of a type can name, null excluded.</summary>
    public IEnumerable<Int128> RowsOf(string handle) => Rows(layout.TableOfHandle(handle));

    /// <summary>Whether a type is that of handles.</summary>
    public bool HasRowsOf(string type) => layout.IsHandle(type);

    /// <summary>A table's rows, null excluded.</summary>
    public IEnumerable<Int128> Rows(TableDeclaration table)
    {
        var first = layout.FirstRow(table);
        for (var i = first; i < first + rows[table.Name]; i++) yield return i;
    }

    /// <summary>The numbers in the fields of a type.</summary>
    public IEnumerable<Int128> NumbersOf(string type) => layout.ColumnsOf(type)
        .SelectMany(column => values[starts[column]..starts[column + 1]]).Distinct();

    public ConcreteState Clone() => new(this);

    /// <summary>How many values are not zero: a state is simple if few are.</summary>
    public int NonZeroCount => values.Count(value => value != 0);

    /// <summary>Whether all values are the same.</summary>
    public bool HasValuesOf(ConcreteState other) => values.AsSpan().SequenceEqual(other.values);

    /// <summary>The places whose values differ.</summary>
    public IEnumerable<StateDifference> Differences(ConcreteState other)
    {
        foreach (var (table, field, column) in layout.Columns)
        {
            for (var row = 0; row < starts[column + 1] - starts[column]; row++)
            {
                var (mine, theirs) = (values[starts[column] + row], other.values[starts[column] + row]);
                if (mine != theirs) yield return new(table, row, field, mine, theirs);
            }
        }

        foreach (var (name, column) in layout.Globals)
        {
            var (mine, theirs) = (values[starts[column]], other.values[starts[column]]);
            if (mine != theirs) yield return new(null, 0, name, mine, theirs);
        }
    }

    /// <summary>The places whose values differ, as <c>Pages[7].Tabled: 0 -> 1</c>.</summary>
    public IEnumerable<string> DifferencesTo(ConcreteState other) => Differences(other).Select(difference => difference.ToString());
}

/// <summary>A place whose value differs between two states.</summary>
/// <param name="Table">The table; null for a scalar.</param>
/// <param name="Row">The row.</param>
/// <param name="Field">The field or scalar.</param>
/// <param name="Was">One value.</param>
/// <param name="Is">The other.</param>
sealed record StateDifference(string? Table, int Row, string Field, Int128 Was, Int128 Is)
{
    public override string ToString() => $"{(Table is null ? Field : $"{Table}[{Row}].{Field}")}: {Was} -> {Is}";
}
