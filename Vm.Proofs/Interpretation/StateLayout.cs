using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// Numbers the columns of a state: one for each field of each table, then one for each scalar. Two layouts of the same
/// declarations are the same.
/// </summary>
sealed class StateLayout
{
    readonly Dictionary<(string Table, string Field), int> columns = [];
    readonly Dictionary<string, int> globals = [];
    readonly List<TableDeclaration> tables = [];
    readonly IrProgram program;

    public StateLayout(IrProgram program)
    {
        this.program = program;
        foreach (var table in program.State.Tables)
        {
            foreach (var field in program.Fields(table))
            {
                columns.Add((table.Name, field.Name), tables.Count);
                tables.Add(table);
            }
        }

        foreach (var global in program.Globals) globals.Add(global.Name, tables.Count + globals.Count);
    }

    /// <summary>Number of columns of tables; those of scalars follow.</summary>
    public int TableColumns => tables.Count;

    public int Count => tables.Count + globals.Count;

    public int Column(string table, string field) => columns.TryGetValue((table, field), out var column)
        ? column
        : throw new ComponentException($"the rows of {table} have no field {field}");

    public int Global(string name) => globals.TryGetValue(name, out var column)
        ? column
        : throw new ComponentException($"the state has no scalar {name}");

    /// <summary>The table of a column.</summary>
    public TableDeclaration TableOf(int column) => tables[column];

    /// <summary>The number of a table's first row; row 0 is null where there is one.</summary>
    public int FirstRow(TableDeclaration table) => program.Handles[table.Handle].Nullable ? 1 : 0;

    public TableDeclaration TableOfHandle(string handle) => program.TableOf(handle);

    public bool IsHandle(string type) => program.Handles.ContainsKey(type);

    /// <summary>The columns of fields of a type.</summary>
    public IEnumerable<int> ColumnsOf(string type) =>
        program.State.Tables.SelectMany(table => program.Fields(table).Where(field => field.Type == type).Select(field => Column(table.Name, field.Name)));

    /// <summary>A value's place for a reader.</summary>
    public IEnumerable<(string Name, int Column)> Globals => globals.Select(global => (global.Key, global.Value));

    public IEnumerable<(string Table, string Field, int Column)> Columns =>
        columns.Select(column => (column.Key.Table, column.Key.Field, column.Value));
}
