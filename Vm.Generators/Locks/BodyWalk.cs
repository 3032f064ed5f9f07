using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>Walks all paths of an operation's body and applies the rules on the way.</summary>
sealed partial class BodyWalk
{
    /// <summary>So many paths are kept apart; of more, those with the same locks are joined.</summary>
    const int MostPaths = 48;

    readonly LockProgram program;
    readonly OperationItem operation;
    readonly Names names;
    readonly LockPlaces places;
    readonly Guards guards;
    readonly List<LockFinding> findings = [];
    readonly Stack<Stmt> path = new();
    readonly HashSet<int> needed = [];
    readonly HashSet<string> taken = [];

    public BodyWalk(LockProgram program, OperationItem operation, Names names)
    {
        (this.program, this.operation, this.names) = (program, operation, names);
        places = new(program, names);
        guards = new(program, places, names, operation, Report, held => needed.Add(held.Clause));
    }

    /// <summary>The operation's name.</summary>
    public string Name => operation.Name;

    /// <summary>The rules that the operation breaks.</summary>
    public IReadOnlyList<LockFinding> Findings => findings;

    /// <summary>Numbers of the contract's lock clauses that the body cannot do without.</summary>
    public IReadOnlyCollection<int> Needed => needed;

    /// <summary>The classes of the locks that the body takes, or lets its callees take.</summary>
    public IReadOnlyCollection<string> Taken => taken;

    /// <summary>All paths from the states at entry to the ends of the body.</summary>
    public IReadOnlyList<(LockState State, Term? Value)> Run(IReadOnlyList<LockState> entries)
    {
        var outcome = Run(operation.Body, entries);
        return [.. outcome.Returns, .. outcome.Next.Select(state => (state, (Term?)null))];
    }

    /// <summary>Names a rule that the statement at hand breaks; once, on however many paths it does.</summary>
    public void Report(LockRule rule, params string[] texts)
    {
        var known = findings.Any(f =>
            f.Rule == rule && f.Texts.SequenceEqual(texts) && ReferenceEquals(f.Path.LastOrDefault(), path.Count > 0 ? path.Peek() : null));
        if (!known) findings.Add(new(rule, operation.Name, [.. path.Reverse()], texts));
    }

    public void Need(HeldLock held) => needed.Add(held.Clause);

    Outcome Run(IEnumerable<Stmt> statements, IReadOnlyList<LockState> states)
    {
        var all = Outcome.To(states);
        foreach (var statement in statements)
        {
            path.Push(statement);
            all = all.Next.Select(state => Run(statement, state)).Aggregate(all with { Next = [] }, (sum, part) => sum + part);
            path.Pop();
            all = all with { Next = Joining.Join(all.Next, MostPaths, names) };
        }

        return all;
    }

    Outcome Run(Stmt statement, LockState state)
    {
        switch (statement)
        {
            case Let s: return Give(s.Value, state, (after, value) => after with { Locals = after.Locals.SetItem(s.Name, value) });
            case Assign s: return Assign(s, state);
            case Alias s: return Bind(s, state);
            case If s: return Choose(s, state);
            case While s: return Loop(s, state);
            case Locked s: return Within(s.Lock, s.Body, state, readOnly: false);
            case ReadUnder s: return Within(s.Lock, s.Body, state, readOnly: true);
            case Acquire s: return LockAt(s.Lock, state) is var (lockClass, row) ? Outcome.To(Take(lockClass, row, state)) : Outcome.To(state);
            case Release s: return LockAt(s.Lock, state) is var (given, at) ? Outcome.To(GiveBack(given, at, state)) : Outcome.To(state);
            case Assertion s: return Condition(s.Condition, state, out var holds) is { } asserted ? Possible(asserted.Assume(holds)) : Outcome.Nowhere;
            case Panic: return Outcome.Nowhere;
            case Return { Value: null }: return Outcome.Nowhere with { Returns = [(state, null)] };
            case Return { Value: { } value }: return Outcome.Nowhere with { Returns = Evaluate(value, state) };
            case Break: return Outcome.Nowhere with { Breaks = [state] };
            case Continue: return Outcome.Nowhere with { Continues = [state] };
            case Invoke s: return Outcome.To([.. Evaluate(s.Invocation, state).Select(end => end.State)]);
            default: return Outcome.To(state);
        }
    }

    static Outcome Possible(LockState? state) => state is null ? Outcome.Nowhere : Outcome.To(state);

    /// <summary>Evaluates a condition, and what it taught.</summary>
    LockState Condition(Expr expression, LockState state, out Term value)
    {
        var reading = new Reading(program, names, guards);
        value = reading.Value(expression, state);
        return reading.Learn(state);
    }

    Outcome Give(Expr expression, LockState state, Func<LockState, Term, LockState> use) =>
        Outcome.To([.. Evaluate(expression, state).Select(end => use(end.State, end.Value ?? names.Fresh("nothing")))]);

    Outcome Assign(Assign statement, LockState state) => statement.Target switch
    {
        Variable target => Give(statement.Value, state, (after, value) => after with { Locals = after.Locals.SetItem(target.Name, value) }),
        GlobalVariable target => Give(statement.Value, state, (after, value) =>
        {
            guards.UseGlobal(target.Name, write: true, after);
            return Written(target.Name, Reading.StatePlace, value, after);
        }),
        RowField target => Give(statement.Value, state, (after, value) => WriteField(target, value, after)),
        _ => Outcome.To(state),
    };

    LockState WriteField(RowField target, Term value, LockState state)
    {
        var reading = new Reading(program, names, guards);
        if (reading.Row(target.Row, state) is not { } row) return state;

        state = reading.Learn(state);
        guards.UseField(row, target.Field, write: true, state);
        var before = places.Field(row, target.Field, state);
        var after = Written($"{row.Table}.{target.Field}", row.Row, value, state);
        return program.RowOf(row.Table)!.OwnedUnless.Contains(target.Field) ? ChangeOwner(row, target.Field, before, value, after) : after;
    }

    /// <summary>Who clears the last flag of a row owns it, and who sets one gives it up.</summary>
    LockState ChangeOwner(BoundRow row, string flag, Term before, Term value, LockState state)
    {
        if (!value.Equals(Terms.False)) return state.GiveUp(row.Row);
        var isLast = !before.Equals(Terms.False)
            && program.RowOf(row.Table)!.OwnedUnless.All(f => f == flag || !places.Field(row, f, state).Equals(Terms.True));
        return isLast ? state.Own(row.Row) : state;
    }

    LockState Written(string field, Term row, Term value, LockState state) => state with
    {
        Heap = state.Heap.SetItem(field, (state.Heap.TryGetValue(field, out var heap) ? heap : new($"{field}#0")).Write(row, value)),
    };

    Outcome Bind(Alias statement, LockState state)
    {
        var after = Condition(statement.Handle, state, out var row);
        return Outcome.To(after with { Aliases = after.Aliases.SetItem(statement.Name, new(statement.Table, row)) });
    }

    Outcome Choose(If statement, LockState state)
    {
        var after = Condition(statement.Condition, state, out var condition);
        var then = after.Assume(condition) is { } t ? Run(statement.Then, [t]) : Outcome.Nowhere;
        var otherwise = after.Assume(Terms.Not(condition)) is { } f ? Run(statement.Else, [f]) : Outcome.Nowhere;
        return then + otherwise;
    }
}
