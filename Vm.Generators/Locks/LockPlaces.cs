using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>A lock that is meant.</summary>
/// <param name="Row">The row with the lock; null: it is the state's own.</param>
/// <param name="Name">The lock in words.</param>
sealed record LockPlace(Term? Row, string Name);

/// <summary>Finds the lock of a class that guards a row, and the rows and fields that clauses name.</summary>
sealed class LockPlaces(LockProgram program, Names names)
{
    /// <summary>What a clause calls the operation's result.</summary>
    public const string ResultName = "result";

    /// <summary>The lock of a class that guards the fields of a row.</summary>
    public LockPlace Of(string lockClass, BoundRow? row, LockState state)
    {
        if (row is null || program.IsOfState(lockClass)) return new(null, $"the {lockClass} lock");
        if (program.IsOfRow(lockClass, row.Table)) return new(row.Row, $"the {lockClass} lock of {Words.Of(row.Row)}");

        var by = program.RowOf(row.Table)?.Locks.FirstOrDefault(l => l.LockClass == lockClass)?.By;
        var holder = by is null ? null
            : program.Field(row.Table, by) is not null ? Field(row, by, state)
            : new Reading(program, names).Value(new Call(by, [new Variable("row")]), state with { Locals = state.Locals.SetItem("row", row.Row) });

        // Without a word about it no lock of the class will do.
        return new(holder ?? names.Fresh("nowhere"), $"the {lockClass} lock of {(holder is null ? $"a {program.RowOf(row.Table)?.Name}" : Words.Of(holder))}");
    }

    public Term Field(BoundRow row, string field, LockState state)
    {
        var bound = state with { Aliases = state.Aliases.SetItem("row", row) };
        return new Reading(program, names).Value(new RowField(new AliasedRow("row"), field), bound);
    }

    /// <summary>The row that a clause names, as <c>mem</c> or <c>mem.Object</c>.</summary>
    public BoundRow? Row(string path, OperationItem operation, IReadOnlyList<Term> arguments, Term? result, LockState state)
    {
        var steps = path.Split('.');
        var index = operation.Parameters.ToList().FindIndex(p => p.Name == steps[0]);
        var (type, value) = index >= 0 ? (operation.Parameters[index].Type, arguments[index]) : (operation.Type, result);
        if (value is null || program.TableOf(type) is not { } table) return null;

        var row = new BoundRow(table, value);
        foreach (var step in steps.Skip(1))
        {
            if (program.TableOf(program.Field(row.Table, step)?.Type ?? "") is not { } next) return null;
            row = new(next, Field(row, step, state));
        }

        return row;
    }

    /// <summary>The field that a condition names, as <c>mem.Tabled</c>; true if the condition is empty.</summary>
    public Term Condition(string path, OperationItem operation, IReadOnlyList<Term> arguments, LockState state)
    {
        var dot = path.LastIndexOf('.');
        return dot > 0 && Row(path.Substring(0, dot), operation, arguments, null, state) is { } row
            ? Field(row, path.Substring(dot + 1), state)
            : Terms.True;
    }
}
