using System.Collections.Immutable;
using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>What a loop may change: locals, and places of the state whatever the row.</summary>
sealed class LoopChanges(LockProgram program, ImmutableDictionary<string, BoundRow> aliases)
{
    readonly HashSet<string> seen = [];
    readonly Dictionary<string, string> tables = aliases.ToDictionary(a => a.Key, a => a.Value.Table);

    public HashSet<string> Locals { get; } = [];

    public HashSet<string> Places { get; } = [];

    public void Add(IEnumerable<Stmt> statements, bool inHelper = false)
    {
        foreach (var statement in statements.InTextOrder())
        {
            if (statement is Alias alias) tables[alias.Name] = alias.Table;
            if (statement is Assign assign) Add(assign.Target, inHelper);
            if (CalleeOf(statement) is { } callee) Add(callee);
        }
    }

    static Invocation? CalleeOf(Stmt statement) => statement switch
    {
        Let s => s.Value as Invocation,
        Assign s => s.Value as Invocation,
        Return s => s.Value as Invocation,
        Invoke s => s.Invocation,
        _ => null,
    };

    void Add(Place target, bool inHelper)
    {
        if (target is Variable local && !inHelper) Locals.Add(local.Name);
        if (target is GlobalVariable global) Places.Add(global.Name);
        if (target is not RowField field) return;

        var table = field.Row is Element element ? element.Table : tables.TryGetValue(((AliasedRow)field.Row).Name, out var found) ? found : "";
        Places.Add($"{table}.{field.Field}");
    }

    void Add(Invocation call)
    {
        if (!program.Code.TryGetValue(call.Name, out var code)) return;
        if (code is InlineItem helper && seen.Add(helper.Name)) Add(helper.Body, inHelper: true);
        if (code is not OperationItem callee || !program.Contracts.TryGetValue(callee.Contract, out var contract)) return;

        foreach (var place in contract.Modifies) Places.Add(ModifiedPlace.Of(place, callee, program).Field);
    }
}

/// <summary>A place that a contract lists.</summary>
/// <param name="Field">The scalar, or <c>Table.Field</c>.</param>
/// <param name="Row">The path to the one row; null: all rows, or a scalar.</param>
sealed record ModifiedPlace(string Field, string? Row)
{
    public static ModifiedPlace Of(string place, OperationItem operation, LockProgram program)
    {
        var dot = place.LastIndexOf('.');
        if (dot < 0) return new(place, null);

        var (owner, field) = (place.Substring(0, dot), place.Substring(dot + 1));
        if (program.RowOf(owner) is not null) return new(place, null);

        var steps = owner.Split('.');
        var table = program.TableOf(operation.Parameters.FirstOrDefault(p => p.Name == steps[0])?.Type ?? "");
        foreach (var step in steps.Skip(1))
        {
            if (table is not null) table = program.TableOf(program.Field(table, step)?.Type ?? "");
        }

        return new($"{table}.{field}", owner);
    }
}
