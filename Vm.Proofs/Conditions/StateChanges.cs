using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// Changes of the state, with the ghost state that hangs on them: every write corrects the cardinalities that the field
/// occurs in, and gives a row that becomes a member of a list the next rank.
/// </summary>
sealed class StateChanges
{
    readonly TermFactory terms;
    readonly ExpressionEncoder expressions;
    readonly Ledger ledger;
    readonly IrProgram program;
    readonly Sorts sorts;
    readonly MachineArithmetic arithmetic;
    readonly List<(Cardinality Cardinality, Mentions Mentions)> cardinalities;
    readonly List<(ListDeclaration List, Mentions Mentions)> lists;

    public StateChanges(IrProgram program, Catalog catalog, TermFactory terms, ExpressionEncoder expressions, Ledger ledger)
    {
        (this.terms, this.expressions, this.ledger, this.program) = (terms, expressions, ledger, program);
        sorts = new Sorts(program);
        arithmetic = new MachineArithmetic(terms);
        cardinalities = [.. catalog.Cardinalities.Select(c => (c, Mentions.In(program, c.Row.Name, WithKey(c))))];
        lists = [.. catalog.Lists.Select(list => (list, Mentions.In(program, list.Row.Name, list.Member)))];
    }

    /// <summary>A state of which nothing is known but what every state satisfies.</summary>
    public SymbolicState Unknown()
    {
        var state = new SymbolicState(ImmutableSortedDictionary.Create<string, Term>(StringComparer.Ordinal), terms.True);
        foreach (var table in program.State.Tables)
        {
            foreach (var field in program.Fields(table))
            {
                var name = Names.Field(table.Name, field.Name);
                state = state.With(name, terms.Fresh(name, sorts.Array(table, field)));
            }
        }

        foreach (var global in program.Globals)
            state = state.With(Names.Global(global.Name), terms.Fresh(Names.Global(global.Name), sorts.Of(global)));
        foreach (var ghost in program.State.Ghosts)
            state = state.With(Names.Ghost(ghost.Name), terms.Fresh(Names.Ghost(ghost.Name), GhostSort(ghost)));
        foreach (var (list, _) in lists) state = ForgetRanks(state, list);
        foreach (var (cardinality, _) in cardinalities) state = ForgetCount(state, cardinality);
        return state;
    }

    /// <summary>A state as it is made: constants have some value, all else is zero, false or null, and no row is in a list.</summary>
    public SymbolicState New()
    {
        var state = Unknown();
        foreach (var table in program.State.Tables)
        {
            var row = terms.Variable("row#0", sorts.Handle(table.Handle));
            foreach (var field in program.Fields(table).Where(field => field.Guard is not ConstantGuard))
                AssumeZero(state[Names.Field(table.Name, field.Name)], row);
        }

        foreach (var global in program.Globals.Where(global => global.Guard is not ConstantGuard))
            ledger.Assume(terms.Eq(state[Names.Global(global.Name)], Zero(sorts.Of(global))));
        foreach (var ghost in program.State.Ghosts)
            AssumeZero(state[Names.Ghost(ghost.Name)], terms.Variable("row#0", sorts.Handle(ghost.Handle)));
        foreach (var (cardinality, _) in cardinalities) AssumeNoneIsZero(state, cardinality);
        return state;
    }

    /// <summary>What the ghost numbers of a state are the numbers of.</summary>
    public IReadOnlyList<CountedRows> TrueCounts(SymbolicState state) =>
    [
        .. cardinalities.Select(c =>
        {
            var row = expressions.Row(c.Cardinality.Row.Name, c.Cardinality.Row.Type, 0).Variable;
            var key = c.Cardinality.Key is null ? null : At(state, c.Cardinality, c.Cardinality.Key, row);
            return new CountedRows(state[Names.Count(c.Cardinality.Number)], row, At(state, c.Cardinality, c.Cardinality.Property, row), key);
        }),
    ];

    /// <summary>Assigns a field of a row.</summary>
    public SymbolicState Write(SymbolicState state, string table, string field, Term row, Term value)
    {
        var name = Names.Field(table, field);
        var kept = arithmetic.Truncate(sorts.Of(program.Field(table, field)), value);
        return Corrected(state, name, row, Stored(state, name, row, kept), keepsRanks: true);
    }

    /// <summary>Puts a row into a ghost set or takes it out.</summary>
    public SymbolicState WriteGhost(SymbolicState state, string set, Term row, bool isMember)
    {
        var name = Names.Ghost(set);
        return Corrected(state, name, row, Stored(state, name, row, terms.Bool(isMember)), keepsRanks: true);
    }

    /// <summary>Assigns a scalar.</summary>
    public SymbolicState WriteGlobal(SymbolicState state, FieldDeclaration global, Term value)
    {
        var name = Names.Global(global.Name);
        var after = state.With(name, arithmetic.Truncate(sorts.Of(global), value));
        return ForgetWhatMentions(after, m => m.Contains(name));
    }

    /// <summary>Forgets one field of one row. Which order members joined lists in is forgotten with it.</summary>
    public SymbolicState ForgetAt(SymbolicState state, string table, string field, Term row)
    {
        var name = Names.Field(table, field);
        var value = terms.Fresh($"{name}'", sorts.Of(program.Field(table, field)));
        return Corrected(state, name, row, Stored(state, name, row, value), keepsRanks: false);
    }

    /// <summary>Forgets values altogether, by their names in the state.</summary>
    public SymbolicState Forget(SymbolicState state, IReadOnlyCollection<string> names)
    {
        foreach (var name in names.Where(state.Values.ContainsKey).Order(StringComparer.Ordinal))
            state = state.With(name, terms.Fresh(name, state[name].Sort));
        return ForgetWhatMentions(state, mentions => names.Any(mentions.Contains));
    }

    /// <summary>Where no row has a property, the number of rows with it is zero. Of the numbers that hang on one of the names.</summary>
    public void AssumeNoneIsZero(SymbolicState state, IReadOnlyCollection<string> names)
    {
        foreach (var (cardinality, mentions) in cardinalities)
        {
            if (names.Any(mentions.Contains)) AssumeNoneIsZero(state, cardinality);
        }
    }

    void AssumeNoneIsZero(SymbolicState state, Cardinality cardinality)
    {
        var (row, isRow) = expressions.Row(cardinality.Row.Name, cardinality.Row.Type, 0);
        var property = At(state, cardinality, cardinality.Property, row);
        var some = terms.Not(terms.ForAll(
            new([row], TriggerInference.Triggers([row], property)), terms.Not(terms.And(isRow, property))));
        ledger.Assume(state, terms.Or(some, IsZero(state[Names.Count(cardinality.Number)])));
    }

    Term IsZero(Term count)
    {
        if (count.Sort is not ArraySort array) return terms.Eq(count, terms.Number(0));

        var key = terms.Variable("key#1", array.Index);
        return terms.ForAll(new([key], [new([count.Family])]), terms.Eq(terms.Select(count, key), terms.Number(0)));
    }

    void AssumeZero(Term array, Term row) => ledger.Assume(terms.ForAll(
        new([row], [new([array.Family])]), terms.Eq(terms.Select(array, row), Zero(((ArraySort)array.Sort).Element))));

    Term Zero(Sort sort) => sort switch
    {
        BoolSort => terms.False,
        HandleSort { HasNull: true } handle => terms.Null(handle),
        HandleSort handle => terms.Apply($"handle.{handle.Name}", handle, terms.Number(0)),
        _ => terms.Number(0),
    };

    SymbolicState Stored(SymbolicState state, string name, Term row, Term value)
    {
        var array = terms.Fresh(name, state[name].Sort);
        ledger.Assume(terms.Eq(array, terms.Store(state[name], row, value)));
        return state.With(name, array);
    }

    SymbolicState Corrected(SymbolicState before, string name, Term row, SymbolicState after, bool keepsRanks)
    {
        foreach (var (cardinality, mentions) in cardinalities)
        {
            if (mentions.Other.Contains(name)) after = ForgetCount(after, cardinality);
            else if (mentions.Own.Contains(name)) after = Recount(before, after, cardinality, row);
        }

        foreach (var (list, mentions) in lists)
        {
            if (mentions.Other.Contains(name)) after = ForgetRanks(after, list);
            else if (mentions.Own.Contains(name)) after = keepsRanks ? Rank(before, after, list, row) : ForgetRankAt(after, list, row);
        }

        return after;
    }

    SymbolicState ForgetWhatMentions(SymbolicState state, Func<Mentions, bool> isChanged)
    {
        foreach (var (cardinality, mentions) in cardinalities)
        {
            if (isChanged(mentions)) state = ForgetCount(state, cardinality);
        }

        foreach (var (list, mentions) in lists)
        {
            if (isChanged(mentions)) state = ForgetRanks(state, list);
        }

        return state;
    }

    // A write changes the property of one row only, so the number of rows changes by what that row gained or lost.
    SymbolicState Recount(SymbolicState before, SymbolicState after, Cardinality cardinality, Term row)
    {
        var name = Names.Count(cardinality.Number);
        var (was, isNow) = (Indicator(before, cardinality, row), Indicator(after, cardinality, row));
        if (cardinality.Key is null)
        {
            var changed = terms.Fresh(name, Sort.Integer);
            ledger.Assume(terms.Eq(changed, terms.Add(before[name], terms.Subtract(isNow, was))));
            after = after.With(name, changed);
        }
        else
        {
            var (oldKey, newKey) = (At(before, cardinality, cardinality.Key, row), At(after, cardinality, cardinality.Key, row));
            var counts = before[name];
            counts = Counted(name, counts, oldKey, terms.Subtract(terms.Select(counts, oldKey), was));
            counts = Counted(name, counts, newKey, terms.Add(terms.Select(counts, newKey), isNow));
            after = after.With(name, counts);
        }

        AssumeBounds(after, cardinality);
        return after;
    }

    Term Counted(string name, Term counts, Term key, Term value)
    {
        var changed = terms.Fresh(name, counts.Sort);
        ledger.Assume(terms.Eq(changed, terms.Store(counts, key, value)));
        return changed;
    }

    SymbolicState Rank(SymbolicState before, SymbolicState after, ListDeclaration list, Term row)
    {
        var joins = terms.And(terms.Not(At(before, list, row)), At(after, list, row));
        if (joins.IsFalse) return after;

        var (name, tick) = (Names.Rank(list.Name), Names.Tick(list.Name));
        var ranks = terms.Fresh(name, before[name].Sort);
        ledger.Assume(terms.Eq(ranks, terms.Store(before[name], row, terms.Ite(joins, before[tick], terms.Select(before[name], row)))));
        return after
            .With(name, ranks)
            .With(tick, terms.Ite(joins, terms.Add(before[tick], terms.Number(1)), before[tick]));
    }

    SymbolicState ForgetRankAt(SymbolicState state, ListDeclaration list, Term row)
    {
        var name = Names.Rank(list.Name);
        var ranks = terms.Fresh(name, state[name].Sort);
        ledger.Assume(terms.Eq(ranks, terms.Store(state[name], row, terms.Fresh($"{name}'", Sort.Integer))));
        return ForgetTick(state.With(name, ranks), list);
    }

    SymbolicState ForgetRanks(SymbolicState state, ListDeclaration list)
    {
        var name = Names.Rank(list.Name);
        return ForgetTick(state.With(name, terms.Fresh(name, new ArraySort(sorts.Handle(list.Row.Type), Sort.Integer))), list);
    }

    SymbolicState ForgetTick(SymbolicState state, ListDeclaration list)
    {
        var name = Names.Tick(list.Name);
        var tick = terms.Fresh(name, Sort.Integer);
        ledger.Assume(terms.Le(state.Values.GetValueOrDefault(name, terms.Number(0)), tick));
        return state.With(name, tick);
    }

    SymbolicState ForgetCount(SymbolicState state, Cardinality cardinality)
    {
        var name = Names.Count(cardinality.Number);
        var sort = cardinality.Key is null ? Sort.Integer : new ArraySort(KeySort(state, cardinality), Sort.Integer);
        state = state.With(name, terms.Fresh(name, sort));
        AssumeBounds(state, cardinality);
        AssumePositive(state, cardinality);
        return state;
    }

    // Under the path: a branch that is not taken may write through null, which is no row to be counted.

    /// <summary>No more rows are counted than there are, and a table has fewer than 2^31.</summary>
    void AssumeBounds(SymbolicState state, Cardinality cardinality)
    {
        var count = state[Names.Count(cardinality.Number)];
        var size = terms.Const(Names.Size(program.TableOf(cardinality.Row.Type).Name), Sort.Ranged(0, int.MaxValue));
        if (cardinality.Key is null)
        {
            ledger.Assume(state, terms.And(terms.Le(terms.Number(0), count), terms.Le(count, size)));
            return;
        }

        var key = terms.Variable("key#0", ((ArraySort)count.Sort).Index);
        var counted = terms.Select(count, key);
        ledger.Assume(state, terms.ForAll(
            new([key], [new([count.Family])]),
            terms.And(terms.Le(terms.Number(0), counted), terms.Le(counted, size))));
    }

    /// <summary>Where a row is counted, the number is at least one.</summary>
    void AssumePositive(SymbolicState state, Cardinality cardinality)
    {
        var (row, isRow) = expressions.Row(cardinality.Row.Name, cardinality.Row.Type, 0);
        var count = state[Names.Count(cardinality.Number)];
        var number = cardinality.Key is null ? count : terms.Select(count, At(state, cardinality, cardinality.Key, row));
        var property = At(state, cardinality, cardinality.Property, row);
        ledger.Assume(state, terms.ForAll(
            new([row], TriggerInference.Triggers([row], property)),
            terms.Implies(terms.And(isRow, property), terms.Le(terms.Number(1), number))));
    }

    Term Indicator(SymbolicState state, Cardinality cardinality, Term row) =>
        terms.Ite(At(state, cardinality, cardinality.Property, row), terms.Number(1), terms.Number(0));

    Term At(SymbolicState state, Cardinality cardinality, Expr expression, Term row) =>
        expressions.Encode(expression, new Scope(state, Scope.NoVariables.Add(cardinality.Row.Name, row)) { Depth = 1 });

    Term At(SymbolicState state, ListDeclaration list, Term row) =>
        expressions.Encode(list.Member, new Scope(state, Scope.NoVariables.Add(list.Row.Name, row)) { Depth = 1 });

    Sort KeySort(SymbolicState state, Cardinality cardinality) =>
        At(state, cardinality, cardinality.Key!, expressions.Row(cardinality.Row.Name, cardinality.Row.Type, 0).Variable).Sort;

    Sort GhostSort(GhostDeclaration ghost) => new ArraySort(sorts.Handle(ghost.Handle), Sort.Bool);

    static IEnumerable<Expr> WithKey(Cardinality cardinality) =>
        cardinality.Key is null ? [cardinality.Property] : [cardinality.Property, cardinality.Key];
}
