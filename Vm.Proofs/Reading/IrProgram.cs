using Vm.Generators.Ir;

namespace Vm.Proofs.Reading;

/// <summary>The declarations of a component and its specification, by name.</summary>
sealed class IrProgram
{
    readonly Dictionary<string, TableDeclaration> tables;
    readonly Dictionary<string, TableDeclaration> tablesByHandle = [];
    readonly Dictionary<string, RowItem> rows;
    readonly SourceMap map;

    public IrProgram(IReadOnlyList<IrFile> files, SourceMap map)
    {
        this.map = map;
        var items = files.SelectMany(file => file.Items).ToList();
        Handles = ByName<HandleItem>(items);
        Enums = ByName<EnumItem>(items);
        rows = ByName<RowItem>(items);
        Functions = ByName<FunctionItem>(items);
        Contracts = ByName<ContractItem>(items);
        Code = ByName<CodeItem>(items);
        Invariants = [.. items.OfType<InvariantItem>().Select(item => item.Clause)];
        AbstractStates = [.. items.OfType<AbstractStateItem>().Select(item => item.Clause)];
        Operations = [.. items.OfType<OperationItem>()];
        State = items.OfType<StateItem>().FirstOrDefault()
            ?? throw new ComponentException("no assembly of the component declares a [State] class");
        tables = State.Tables.ToDictionary(table => table.Name);
        foreach (var table in State.Tables) tablesByHandle.TryAdd(table.Handle, table);
        foreach (var code in Code.Values) map.Number(code);
    }

    IrProgram(IrProgram other, CodeItem changed)
    {
        (map, Handles, Enums, rows, Functions) = (other.map, other.Handles, other.Enums, other.rows, other.Functions);
        (Contracts, Invariants, AbstractStates, State, tables, tablesByHandle) =
            (other.Contracts, other.Invariants, other.AbstractStates, other.State, other.tables, other.tablesByHandle);
        Code = new Dictionary<string, CodeItem>(other.Code) { [changed.Name] = changed };
        Operations = [.. other.Operations.Select(operation => changed is OperationItem item && item.Name == operation.Name ? item : operation)];
    }

    public IReadOnlyDictionary<string, HandleItem> Handles { get; }

    public IReadOnlyDictionary<string, EnumItem> Enums { get; }

    public IReadOnlyDictionary<string, FunctionItem> Functions { get; }

    public IReadOnlyDictionary<string, ContractItem> Contracts { get; }

    /// <summary>Operations, helpers and external methods.</summary>
    public IReadOnlyDictionary<string, CodeItem> Code { get; }

    public IReadOnlyList<Clause> Invariants { get; }

    /// <summary>The stages in the life of rows.</summary>
    public IReadOnlyList<Clause> AbstractStates { get; }

    public IReadOnlyList<OperationItem> Operations { get; }

    public StateItem State { get; }

    /// <summary>The lock classes, outermost first; empty if there are no locks.</summary>
    public IReadOnlyList<string> LockOrder =>
        [.. Enums.Values.FirstOrDefault(e => LockClasses.Any() && LockClasses.All(c => e.Members.Any(m => m.Name == c)))?.Members.Select(m => m.Name) ?? []];

    /// <summary>The same program with another body in the place of one of this name.</summary>
    public IrProgram With(CodeItem changed) => new(this, changed);

    public TableDeclaration Table(string name) => Find(tables, name, "table");

    /// <summary>The table whose rows a handle names.</summary>
    public TableDeclaration TableOf(string handle) => Find(tablesByHandle, handle, "table of the handle");

    /// <summary>The rows of a table.</summary>
    public RowItem Row(string table) => Find(rows, Table(table).Row, "row");

    /// <summary>The fields of a table's rows, locks left out.</summary>
    public IEnumerable<FieldDeclaration> Fields(TableDeclaration table) => WithoutLocks(Find(rows, table.Row, "row").Fields);

    /// <summary>The scalars of the state, locks left out.</summary>
    public IEnumerable<FieldDeclaration> Globals => WithoutLocks(State.Globals);

    public FieldDeclaration Field(string table, string field) =>
        Fields(Table(table)).FirstOrDefault(f => f.Name == field)
        ?? throw new ComponentException($"the rows of {table} have no field {field}");

    public FunctionItem Function(string name) => Find(Functions, name, "function");

    public ContractItem Contract(string name) => Find(Contracts, name, "contract");

    public T CodeOf<T>(string name) where T : CodeItem =>
        Find(Code, name, "operation or helper") as T
        ?? throw new ComponentException($"{name} is not a {typeof(T).Name}");

    public SourcePlace PlaceOf(string name) => map.Find(name, 0);

    public SourcePlace PlaceOf(Clause clause, ContractItem contract) => map.Find($"{contract.Name}.{clause.Name}", 0);

    public SourcePlace PlaceOf(Stmt statement) => map.Find(statement);

    /// <summary>The condition of an assertion in C#, or in the representation if the map does not have it.</summary>
    public string TextOf(Assertion statement) => map.TextOf(statement) ?? ExprPrinter.Write(statement.Condition).ToString() ?? "";

    IEnumerable<string> LockClasses =>
        State.Globals.Concat(State.Tables.SelectMany(table => Row(table.Name).Fields)).Select(f => f.Guard).OfType<LockGuard>().Select(guard => guard.LockClass);

    static IEnumerable<FieldDeclaration> WithoutLocks(IEnumerable<FieldDeclaration> fields) =>
        fields.Where(field => field.Guard is not LockGuard);

    static Dictionary<string, T> ByName<T>(IEnumerable<IrItem> items) where T : IrItem
    {
        var found = new Dictionary<string, T>();
        foreach (var item in items.OfType<T>()) found.TryAdd(item.Name, item);
        return found;
    }

    static T Find<T>(IReadOnlyDictionary<string, T> items, string name, string kind) =>
        items.TryGetValue(name, out var item) ? item : throw new ComponentException($"the component declares no {kind} {name}");
}
