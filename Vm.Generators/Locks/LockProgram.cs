using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>The declarations that the lock rules need, by name.</summary>
sealed class LockProgram
{
    readonly Dictionary<string, TableDeclaration> tables;
    readonly Dictionary<string, TableDeclaration> tablesByHandle;
    readonly Dictionary<string, RowItem> rows;
    readonly Dictionary<string, int> order;

    LockProgram(IReadOnlyList<IrItem> items, StateItem state)
    {
        State = state;
        tables = state.Tables.ToDictionary(t => t.Name);
        tablesByHandle = state.Tables.GroupBy(t => t.Handle).ToDictionary(g => g.Key, g => g.First());
        rows = ByName<RowItem>(items);
        Functions = ByName<FunctionItem>(items);
        Contracts = ByName<ContractItem>(items);
        Code = ByName<CodeItem>(items);
        Invariants = [.. items.OfType<InvariantItem>().Select(i => i.Clause)];
        Lists = [.. Invariants.Select(i => DeclaredList.Of(i.Body)).OfType<DeclaredList>()];
        var classes = Locks(state.Globals).Concat(state.Tables.SelectMany(t => Locks(RowOf(t.Name)?.Fields ?? []))).ToList();
        order = items.OfType<EnumItem>().FirstOrDefault(e => classes.All(c => e.Members.Any(m => m.Name == c)))?
            .Members.Select((m, i) => (m.Name, i)).ToDictionary(m => m.Name, m => m.i) ?? [];
    }

    public StateItem State { get; }

    public IReadOnlyDictionary<string, FunctionItem> Functions { get; }

    public IReadOnlyDictionary<string, ContractItem> Contracts { get; }

    /// <summary>Operations, helpers and external methods.</summary>
    public IReadOnlyDictionary<string, CodeItem> Code { get; }

    public IReadOnlyList<Clause> Invariants { get; }

    public IReadOnlyList<DeclaredList> Lists { get; }

    /// <summary>The program of these declarations; null if they declare no state.</summary>
    public static LockProgram? Of(IReadOnlyList<IrItem> items) =>
        items.OfType<StateItem>().FirstOrDefault() is { } state ? new(items, state) : null;

    public RowItem? RowOf(string table) =>
        tables.TryGetValue(table, out var found) && rows.TryGetValue(found.Row, out var row) ? row : null;

    public FieldDeclaration? Field(string table, string name) => RowOf(table)?.Fields.FirstOrDefault(f => f.Name == name);

    public FieldDeclaration? Global(string name) => State.Globals.FirstOrDefault(g => g.Name == name);

    /// <summary>The table whose rows a handle type names; null for another type.</summary>
    public string? TableOf(string type) => tablesByHandle.TryGetValue(type, out var table) ? table.Name : null;

    /// <summary>The place of a lock class in the order, outermost 0; -1 if there is no order.</summary>
    public int RankOf(string lockClass) => order.TryGetValue(lockClass, out var rank) ? rank : -1;

    /// <summary>Whether the state has its own lock of the class.</summary>
    public bool IsOfState(string lockClass) => Locks(State.Globals).Contains(lockClass);

    /// <summary>Whether the rows of a table have their own lock of the class.</summary>
    public bool IsOfRow(string lockClass, string table) => RowOf(table) is { } row && Locks(row.Fields).Contains(lockClass);

    public string? ClassOf(Place place, Func<RowReference, string?> tableOf) => (place switch
    {
        GlobalVariable global => Global(global.Name),
        RowField field when tableOf(field.Row) is { } table => Field(table, field.Field),
        _ => null,
    })?.Guard is LockGuard guard ? guard.LockClass : null;

    static IEnumerable<string> Locks(IEnumerable<FieldDeclaration> fields) =>
        fields.Select(f => f.Guard).OfType<LockGuard>().Select(g => g.LockClass);

    static Dictionary<string, T> ByName<T>(IEnumerable<IrItem> items) where T : IrItem =>
        items.OfType<T>().GroupBy(i => i.Name).ToDictionary(g => g.Key, g => g.First());
}
