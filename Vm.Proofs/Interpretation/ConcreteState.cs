using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// A component's state as numbers: false and true are 0 and 1, a handle is the number of its row, an enum its value. Row 0
/// of a nullable handle's table is there and unused, as in the component.
/// </summary>
sealed class ConcreteState
{
    readonly Dictionary<(string Table, string Field), Int128[]> columns = [];
    readonly Dictionary<string, Int128> globals = [];
    readonly Dictionary<string, int> rows = [];
    readonly IrProgram program;

    /// <param name="program">The component's declarations.</param>
    /// <param name="rowCounts">By table, the number of rows that handles can name.</param>
    public ConcreteState(IrProgram program, IReadOnlyDictionary<string, int> rowCounts)
    {
        this.program = program;
        foreach (var table in program.State.Tables)
        {
            rows[table.Name] = rowCounts[table.Name];
            foreach (var field in program.Fields(table))
                columns[(table.Name, field.Name)] = new Int128[FirstRow(table) + rowCounts[table.Name]];
        }

        foreach (var global in program.Globals) globals[global.Name] = 0;
    }

    /// <summary>A field of a row.</summary>
    /// <exception cref="InterpretationException">There is no such row.</exception>
    public Int128 this[string table, Int128 row, string field]
    {
        get => Column(table, row, field)[(int)row];
        set => Column(table, row, field)[(int)row] = value;
    }

    /// <summary>A scalar.</summary>
    public Int128 this[string global]
    {
        get => globals[global];
        set => globals[global] = value;
    }

    /// <summary>By table, the number of rows that handles can name.</summary>
    public IReadOnlyDictionary<string, int> RowCounts => rows;

    /// <summary>The rows that handles of a type can name, null excluded.</summary>
    public IEnumerable<Int128> RowsOf(string handle) => Rows(program.TableOf(handle));

    /// <summary>A table's rows, null excluded.</summary>
    public IEnumerable<Int128> Rows(TableDeclaration table)
    {
        var first = FirstRow(table);
        for (var i = first; i < first + rows[table.Name]; i++) yield return i;
    }

    public ConcreteState Clone()
    {
        var copy = new ConcreteState(program, rows);
        foreach (var (place, values) in columns) values.CopyTo(copy.columns[place], 0);
        foreach (var (name, value) in globals) copy.globals[name] = value;
        return copy;
    }

    /// <summary>The places whose values differ, as <c>Pages[7].Tabled: 0 -> 1</c>.</summary>
    public IEnumerable<string> DifferencesTo(ConcreteState other)
    {
        foreach (var table in program.State.Tables)
        {
            foreach (var field in program.Fields(table))
            {
                var (mine, theirs) = (columns[(table.Name, field.Name)], other.columns[(table.Name, field.Name)]);
                for (var i = 0; i < mine.Length; i++)
                {
                    if (mine[i] != theirs[i]) yield return $"{table.Name}[{i}].{field.Name}: {mine[i]} -> {theirs[i]}";
                }
            }
        }

        foreach (var (name, value) in globals)
        {
            if (value != other.globals[name]) yield return $"{name}: {value} -> {other.globals[name]}";
        }
    }

    Int128[] Column(string table, Int128 row, string field)
    {
        if (!columns.TryGetValue((table, field), out var column))
            throw new ComponentException($"the rows of {table} have no field {field}");
        if (row < 0 || row >= column.Length) throw new InterpretationException($"{table} has no row {row}");
        return column;
    }

    int FirstRow(TableDeclaration table) => program.Handles[table.Handle].Nullable ? 1 : 0;
}
