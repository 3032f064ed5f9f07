using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Locks;

/// <summary>Which lock is meant, and whether the locks that guard a place are held, as formulas.</summary>
sealed class LockTerms(IrProgram program, TermFactory terms, ExpressionEncoder expressions)
{
    readonly IReadOnlyList<string> order = program.LockOrder;

    /// <summary>The one row that the state is.</summary>
    public Term StateRow => terms.Number(0);

    /// <summary>Whether the state has its own lock of the class.</summary>
    public bool IsOfState(string lockClass) => HasLock(program.State.Globals, lockClass);

    /// <summary>The class of the lock at a place; null if none is declared there.</summary>
    public string? ClassOf(Place place, Func<RowReference, string> tableOf) => (place switch
    {
        GlobalVariable global => program.State.Globals.FirstOrDefault(g => g.Name == global.Name),
        RowField field => program.Row(tableOf(field.Row)).Fields.FirstOrDefault(f => f.Name == field.Field),
        _ => null,
    })?.Guard is LockGuard guard ? guard.LockClass : null;

    /// <summary>That no lock is held of which the class is this one or inside of it: then one may be taken.</summary>
    public Term MayTake(string lockClass, Term row, SymbolicState state)
    {
        var others = order.SkipWhile(c => c != lockClass).Select(c => state.Locks[LockSets.Held(c)])
            .SelectMany(set => set.Rows.Select(r => set.Contains(r, terms)));
        return terms.And(others.Append(IsHeld(lockClass, row, state)).Append(IsRead(lockClass, row, state)).Select(terms.Not));
    }

    public Term IsHeld(string lockClass, Term row, SymbolicState state) => state.Locks[LockSets.Held(lockClass)].Contains(row, terms);

    public Term IsRead(string lockClass, Term row, SymbolicState state) => state.Locks[LockSets.Reading(lockClass)].Contains(row, terms);

    public Term IsOwned(string table, Term row, SymbolicState state) => state.Locks[LockSets.Owned(table)].Contains(row, terms);

    /// <summary>That a scalar may be used.</summary>
    public Term MayUse(FieldDeclaration global, bool write, SymbolicState state) => MayUse(global, null, null, write, state);

    /// <summary>That a field of a row may be used: the row is owned, or its guards are held.</summary>
    public Term MayUse(string table, FieldDeclaration field, Term row, bool write, SymbolicState state) =>
        terms.Or(IsOwned(table, row, state), MayUse(field, table, row, write, state));

    /// <summary>That one of the locks is held by which a row can be kept from changing hands.</summary>
    public Term IsKept(string table, Term row, SymbolicState state) => terms.Or(
        program.Row(table).Fields.SelectMany(field => ClassesOf(field.Guard)).Distinct()
            .Select(lockClass => IsGuardHeld(lockClass, table, row, true, state))
            .Prepend(IsOwned(table, row, state)));

    /// <summary>The row that a clause names, as <c>mem</c> or <c>mem.Object</c>, with its table; null if it names none.</summary>
    public (string Table, Term Row)? RowAt(string path, IReadOnlyDictionary<string, Term> variables, Term? result, SymbolicState state)
    {
        var steps = path.Split('.');
        var row = variables.TryGetValue(steps[0], out var argument) ? argument : result;
        foreach (var step in steps.Skip(1))
        {
            if (TableOf(row) is not { } table) return null;
            row = terms.Select(state[Names.Field(table, step)], row!);
        }

        return TableOf(row) is { } found ? (found, row!) : null;
    }

    /// <summary>The row of the lock that a clause names; null if it names none.</summary>
    public Term? RowOf(LockClause clause, IReadOnlyDictionary<string, Term> variables, Term? result, SymbolicState state) =>
        clause.Of.Length == 0 ? StateRow : RowAt(clause.Of, variables, result, state)?.Row;

    /// <summary>The field that a condition names, as <c>mem.Tabled</c>.</summary>
    public Term Condition(string path, IReadOnlyDictionary<string, Term> variables, SymbolicState state)
    {
        var dot = path.LastIndexOf('.');
        return dot > 0 && RowAt(path[..dot], variables, null, state) is var (table, row)
            ? terms.Select(state[Names.Field(table, path[(dot + 1)..])], row)
            : terms.True;
    }

    /// <summary>The condition under which an ownership clause applies.</summary>
    public Term Applies(OwnershipClause clause, IReadOnlyDictionary<string, Term> variables, SymbolicState state) =>
        clause.Unless.Length == 0 ? terms.True : terms.Not(Condition(clause.Unless, variables, state));

    string? TableOf(Term? row) => row?.Sort is HandleSort sort ? program.TableOf(sort.Name).Name : null;

    Term MayUse(FieldDeclaration field, string? table, Term? row, bool write, SymbolicState state)
    {
        if (field.Guard is ConstantGuard) return terms.Bool(!write);

        var classes = ClassesOf(field.Guard).Select(lockClass => IsGuardHeld(lockClass, table, row, write, state)).ToList();
        if (classes.Count == 0) return terms.True;

        var usually = write ? terms.And(classes) : terms.Or(classes);
        return field.While is { } other && table is not null
            ? terms.Ite(terms.Select(state[Names.Field(table, other.Flag)], row!), IsGuardHeld(other.LockClass, table, row, write, state), usually)
            : usually;
    }

    Term IsGuardHeld(string lockClass, string? table, Term? row, bool write, SymbolicState state)
    {
        if (GuardRow(lockClass, table, row, state) is not { } holder) return terms.False;

        var held = IsHeld(lockClass, holder, state);
        return write ? held : terms.Or(held, IsRead(lockClass, holder, state));
    }

    /// <summary>The row with the lock of a class that guards a row's fields; null if nothing says which.</summary>
    Term? GuardRow(string lockClass, string? table, Term? row, SymbolicState state)
    {
        if (table is null || row is null || IsOfState(lockClass)) return StateRow;
        if (HasLock(program.Row(table).Fields, lockClass)) return row;
        if (program.Row(table).Locks.FirstOrDefault(l => l.LockClass == lockClass)?.By is not { } by) return null;

        return program.Row(table).Fields.Any(field => field.Name == by)
            ? terms.Select(state[Names.Field(table, by)], row)
            : expressions.Encode(new Call(by, [new Variable("row")]), new Scope(state, Scope.NoVariables.Add("row", row)));
    }

    static IEnumerable<string> ClassesOf(Guard guard) => guard switch
    {
        Guarded one => [one.LockClass],
        GuardedAny any => any.Locks,
        _ => [],
    };

    static bool HasLock(IEnumerable<FieldDeclaration> fields, string lockClass) =>
        fields.Any(field => field.Guard is LockGuard guard && guard.LockClass == lockClass);
}
