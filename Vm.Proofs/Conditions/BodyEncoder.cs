using Vm.Generators.Ir;
using Vm.Proofs.Locks;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// Walks forward through a body. Each case takes the state before a statement and gives the state behind it, or null if
/// control does not come through.
/// </summary>
sealed class BodyEncoder
{
    const int DeepestCall = 8;

    readonly IrProgram program;
    readonly TermFactory terms;
    readonly ExpressionEncoder expressions;
    readonly StateChanges changes;
    readonly Ledger ledger;
    readonly Joining joining;
    readonly LoopEncoder loops;
    readonly CallEncoder calls;
    readonly LockRules locks;
    readonly Stack<List<Term>> uses = new();
    readonly Sorts sorts;
    readonly bool inlinesOperations;
    readonly bool inlinesTrusted;
    readonly Dictionary<string, Sort> declared = [];
    SymbolicState? entry;
    int frames;

    /// <param name="kit">What all encoders of an operation share.</param>
    public BodyEncoder(EncoderKit kit)
    {
        (program, terms, expressions, changes, ledger) = (kit.Program, kit.Terms, kit.Expressions, kit.Changes, kit.Ledger);
        joining = new Joining(terms, ledger);
        loops = new LoopEncoder(kit, this, joining);
        calls = new CallEncoder(kit);
        locks = kit.Locks;
        sorts = new Sorts(program);
        (inlinesOperations, inlinesTrusted) = (kit.Bound is not null, kit.Brief);
    }

    /// <summary>Runs a body on arguments.</summary>
    /// <returns>The states at its returns and, without statement, at its end.</returns>
    public IReadOnlyList<(SymbolicState State, Term? Value, Stmt? At)> Run(
        CodeItem code, SymbolicState state, IReadOnlyList<Term> arguments, int depth = 0)
    {
        if (depth > DeepestCall) throw new ComponentException($"{code.Name} is called within itself");

        var frame = frames++;
        for (var i = 0; i < arguments.Count; i++) state = Declare(state, frame, code.Parameters[i].Name, code.Parameters[i].Type, arguments[i]);
        entry ??= state;
        var flow = new BodyFlow(frame, [], null, null, depth);
        var end = Walk(Statements.BodyOf(code), state, flow);
        if (end is not null) flow.Returns.Add((end, null, null));
        return flow.Returns;
    }

    public SymbolicState? Walk(IEnumerable<Stmt> statements, SymbolicState? state, BodyFlow flow)
    {
        foreach (var statement in statements)
        {
            if (state is null) return null;
            state = Step(statement, state, flow);
        }

        return state;
    }

    public Scope ScopeOf(SymbolicState state, BodyFlow flow, SourcePlace? place = null) =>
        new(state, Scope.NoVariables)
        {
            Frame = flow.Frame,
            Entry = entry,
            Safety = place is null ? null : new SafetyObligations(terms, expressions, ledger, locks, uses.Peek(), place),
        };

    SymbolicState? Step(Stmt statement, SymbolicState state, BodyFlow flow)
    {
        var place = program.PlaceOf(statement);
        uses.Push([]);
        var after = Step(statement, state, flow, place);
        locks.OweUses([.. uses.Pop().Distinct()], state, place);
        return after;
    }

    SymbolicState? Step(Stmt statement, SymbolicState state, BodyFlow flow, SourcePlace place)
    {
        switch (statement)
        {
            case Let s:
                return Valued(s.Value, state, flow, place) is var (after, value)
                    ? Declare(after, flow.Frame, s.Name, s.Type, value!)
                    : null;

            case Assign s:
                return Valued(s.Value, state, flow, place) is var (assigned, newValue)
                    ? AssignTo(s.Target, newValue!, assigned, flow, place)
                    : null;

            case Alias s:
                var row = expressions.Handle(new Element(s.Table, s.Handle), ScopeOf(state, flow, place));
                expressions.DeclareAlias(flow.Frame, s.Name, s.Table);
                return state.With(Names.Local(flow.Frame, s.Name), row);

            case If s:
                var condition = expressions.Encode(s.Condition, ScopeOf(state, flow, place));
                return joining.Arms(
                    state, condition,
                    Walk(s.Then, Under(state, condition), flow),
                    Walk(s.Else, Under(state, terms.Not(condition)), flow));

            case While s:
                return loops.Walk(s, state, flow, place);

            case Locked s:
                return Within(s.Lock, s.Body, readOnly: false, state, flow, place);

            // The attempt that counts has read as if it had held the lock; the others have left no trace.
            case ReadUnder s:
                return Within(s.Lock, s.Body, readOnly: true, state, flow, place);

            case Vm.Generators.Ir.Acquire s:
                return LockAt(s.Lock, state, flow, place) is var (taken, takenOf) ? locks.Take(taken, takenOf, false, state, place) : state;

            case Vm.Generators.Ir.Release s:
                return LockAt(s.Lock, state, flow, place) is var (given, givenOf) ? locks.GiveBack(given, givenOf, false, state, place) : state;

            case Assertion s:
                var fact = expressions.Encode(s.Condition, ScopeOf(state, flow, place));
                ledger.ObligeAndAssume(state, fact, ObligationKind.Assert, "assert", program.TextOf(s), place, place);
                return state;

            case Panic s:
                ledger.Oblige(state, terms.False, ObligationKind.Panic, s.Function, s.Clause, place, place);
                ledger.Assume(state, terms.False);
                return null;

            case Return s:
                if (s.Value is null) flow.Returns.Add((state, null, s));
                else if (Valued(s.Value, state, flow, place) is var (returning, result)) flow.Returns.Add((returning, result, s));
                return null;

            case Break:
                flow.Breaks!.Add(state);
                return null;

            case Continue:
                flow.Continues!.Add(state);
                return null;

            case Invoke s:
                return Valued(s.Invocation, state, flow, place)?.State;

            case GhostAdd s:
                return changes.WriteGhost(state, s.Set, expressions.Encode(s.Row, ScopeOf(state, flow)), true);

            case GhostRemove s:
                return changes.WriteGhost(state, s.Set, expressions.Encode(s.Row, ScopeOf(state, flow)), false);

            default:
                throw new ComponentException($"statement {statement.GetType().Name} is not known");
        }
    }

    /// <summary>The sort of a local's values. A term has a sort of its own: that of a sum has no range.</summary>
    public Sort DeclaredSort(int frame, string local) => declared[Names.Local(frame, local)];

    public SymbolicState? Under(SymbolicState state, Term condition) =>
        terms.And(state.Path, condition) is { IsFalse: false } path ? state with { Path = path } : null;

    SymbolicState Declare(SymbolicState state, int frame, string name, string type, Term value)
    {
        declared[Names.Local(frame, name)] = sorts.Of(type);
        return state.With(Names.Local(frame, name), value);
    }

    (SymbolicState State, Term? Value)? Valued(Expr expression, SymbolicState state, BodyFlow flow, SourcePlace place)
    {
        if (expression is not Invocation call) return (state, expressions.Encode(expression, ScopeOf(state, flow, place)));

        var code = program.CodeOf<CodeItem>(call.Name);
        var arguments = call.Arguments.Select(argument => expressions.Encode(argument, ScopeOf(state, flow, place))).ToList();
        return code switch
        {
            ExternalItem method => ResultOf(code) is var answer ? (locks.Try(method, arguments, answer, state), answer) : null,
            OperationItem operation when !inlinesOperations || (operation.Trusted is not null && !inlinesTrusted) =>
                calls.ByContract(operation, state, arguments, ResultOf(code), place),
            OperationItem operation => OwedAndInlined(operation, state, arguments, flow.Depth + 1, place),
            _ => Inlined(code, state, arguments, flow.Depth + 1),
        };
    }

    (SymbolicState State, Term? Value)? OwedAndInlined(
        OperationItem operation, SymbolicState state, IReadOnlyList<Term> arguments, int depth, SourcePlace place)
    {
        calls.Owe(operation, state, arguments, place);
        return Inlined(operation, state, arguments, depth);
    }

    Term? ResultOf(CodeItem code) =>
        code.Type == IrTypes.Unit ? null : terms.Fresh($"result:{code.Name}", sorts.Of(code.Type));

    (SymbolicState State, Term? Value)? Inlined(CodeItem code, SymbolicState state, IReadOnlyList<Term> arguments, int depth)
    {
        const string result = "result";
        var returns = Run(code, state, arguments, depth);
        var joined = joining.All([.. returns.Select(r => r.Value is null ? r.State : r.State.With(result, r.Value))]);
        if (joined is null) return null;

        return joined.Values.TryGetValue(result, out var value)
            ? (joined with { Values = joined.Values.Remove(result) }, value)
            : (joined, null);
    }

    /// <summary>The class of a lock, and the row that it is in; a lock of a row is there if the row is.</summary>
    (string LockClass, Term? Row)? LockAt(Place place, SymbolicState state, BodyFlow flow, SourcePlace at)
    {
        var scope = ScopeOf(state, flow, at);
        var row = place is RowField field ? expressions.Handle(field.Row, scope) : null;
        return locks.ClassOf(place, r => expressions.TableOf(r, scope)) is { } lockClass ? (lockClass, row) : null;
    }

    /// <summary>A body that runs with a lock held, on whichever way it is left.</summary>
    SymbolicState? Within(Place place, IEnumerable<Stmt> body, bool readOnly, SymbolicState state, BodyFlow flow, SourcePlace at)
    {
        if (LockAt(place, state, flow, at) is not var (lockClass, row)) return Walk(body, state, flow);

        var inner = flow with { Returns = [], Breaks = flow.Breaks is null ? null : [], Continues = flow.Continues is null ? null : [] };
        var end = Walk(body, locks.Take(lockClass, row, readOnly, state, at), inner);
        flow.Returns.AddRange(inner.Returns.Select(r => (Left(r.State), r.Value, r.At)));
        flow.Breaks?.AddRange(inner.Breaks!.Select(Left));
        flow.Continues?.AddRange(inner.Continues!.Select(Left));
        return end is null ? null : Left(end);

        SymbolicState Left(SymbolicState leaving) => locks.GiveBack(lockClass, row, readOnly, leaving, at);
    }

    SymbolicState AssignTo(Place target, Term value, SymbolicState state, BodyFlow flow, SourcePlace place)
    {
        switch (target)
        {
            case Variable local:
                return state.With(Names.Local(flow.Frame, local.Name), value);
            case GlobalVariable global:
                Uses(locks.MayUse(global.Name, write: true, state), state.Path);
                return changes.WriteGlobal(state, program.Globals.First(g => g.Name == global.Name), value);
            default:
                var field = (RowField)target;
                var scope = ScopeOf(state, flow, place);
                var row = expressions.Handle(field.Row, scope);
                var table = expressions.TableOf(field.Row, scope);
                Uses(locks.MayUse(table, field.Field, row, write: true, state), state.Path);
                return locks.AfterWrite(table, field.Field, row, value, state, changes.Write(state, table, field.Field, row, value));
        }
    }

    void Uses(Term? mayUse, Term path)
    {
        if (mayUse is not null) uses.Peek().Add(terms.Implies(path, mayUse));
    }
}
