using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>A call of an operation: what its contract asks of the caller, and what it says of the state behind the call.</summary>
sealed class CallWalk(
    BodyWalk caller, LockProgram program, LockPlaces places, Names names, OperationItem callee, ContractItem contract)
{
    public IReadOnlyList<(LockState State, Term? Value)> Perform(IReadOnlyList<Term> arguments, LockState state)
    {
        CheckLocks(arguments, state);
        CheckOwners(arguments, state);
        var result = names.Fresh(callee.Name);
        var after = After(arguments, state, result);
        return [.. ChangeLocks(arguments, state, after, result).Select(end => (end, (Term?)result))];
    }

    void CheckLocks(IReadOnlyList<Term> arguments, LockState state)
    {
        foreach (var clause in contract.Locks)
        {
            if (state.Assume(places.Condition(clause.When, callee, arguments, state)) is not { } applies) continue;

            var row = clause.Of.Length == 0 ? null : places.Row(clause.Of, callee, arguments, null, applies)?.Row;
            if (clause.Of.Length > 0 && row is null) continue;
            switch (clause.Duty)
            {
                case LockDuty.MustHold or LockDuty.Releases:
                    if (applies.Find(clause.LockClass, row, write: true) is { } held) caller.Need(held);
                    else caller.Report(LockRule.MissingAtCall, callee.Name, BodyWalk.NameOf(clause.LockClass, row), contract.Name);
                    break;
                case LockDuty.MustNotHold when applies.Find(clause.LockClass, row) is { } same:
                    caller.Report(LockRule.HeldAlready, callee.Name, caller.Name, BodyWalk.NameOf(same.LockClass, same.Row));
                    break;
                case LockDuty.Acquires or LockDuty.ReturnsHolding:
                    caller.TakesByCall(clause, row, applies, callee.Name);
                    break;
            }
        }
    }

    void CheckOwners(IReadOnlyList<Term> arguments, LockState state)
    {
        foreach (var clause in contract.Ownership.Where(c => c.Duty == OwnershipDuty.Owns))
        {
            var isOwned = clause.Unless.Length == 0 ? Terms.True : Terms.Not(places.Condition(clause.Unless, callee, arguments, state));
            if (state.Assume(isOwned) is not { } applies || places.Row(clause.Row, callee, arguments, null, applies) is not { } row) continue;
            if (!applies.Owns(row.Row)) caller.Report(LockRule.NotOwned, callee.Name, Words.Of(row.Row), caller.Name);
        }
    }

    /// <summary>What the frame lets change has changed, and what is ensured holds.</summary>
    LockState After(IReadOnlyList<Term> arguments, LockState state, Term result)
    {
        var after = state;
        foreach (var place in contract.Modifies.Select(p => ModifiedPlace.Of(p, callee, program)))
        {
            var row = place.Row is null ? null : places.Row(place.Row, callee, arguments, null, state)?.Row;
            var heap = row is null
                ? names.FreshHeap(place.Field)
                : (after.Heap.TryGetValue(place.Field, out var old) ? old : new($"{place.Field}#0")).Write(row, names.Fresh(place.Field));
            after = after with { Heap = after.Heap.SetItem(place.Field, heap) };
        }

        after = after with { Consistent = after.Heap };
        var bound = after with { Locals = Names.Bind(callee.Parameters, arguments) };
        var before = state with { Locals = bound.Locals };
        foreach (var clause in contract.Ensures)
        {
            var ensured = new Reading(program, names) { Result = result, Old = before }.Value(clause.Body, bound with { Facts = after.Facts });
            after = after.Assume(ensured) ?? after;
        }

        return after;
    }

    IEnumerable<LockState> ChangeLocks(IReadOnlyList<Term> arguments, LockState before, LockState after, Term result)
    {
        foreach (var clause in contract.Locks.Where(c => c.Duty == LockDuty.Releases))
        {
            var row = clause.Of.Length == 0 ? null : places.Row(clause.Of, callee, arguments, null, before)?.Row;
            if (before.Find(clause.LockClass, row) is { } held) after = after with { Held = after.Held.Remove(held) };
        }

        foreach (var clause in contract.Ownership.Where(c => c.Duty != OwnershipDuty.Owns))
        {
            if (places.Row(clause.Row, callee, arguments, result, after)?.Row is not { } row) continue;
            after = clause.Duty == OwnershipDuty.GivesUp ? after.GiveUp(row) : Owned(row, callee, clause.Row, after);
        }

        IEnumerable<LockState> ends = [after];
        foreach (var clause in contract.Locks.Where(c => c.Duty == LockDuty.ReturnsHolding))
            ends = ends.SelectMany(end => Holding(clause, arguments, result, end)).ToList();
        return ends;
    }

    /// <summary>An owned row has none of the flags that would make it another's.</summary>
    LockState Owned(Term row, OperationItem operation, string name, LockState state)
    {
        var type = operation.Parameters.FirstOrDefault(p => p.Name == name)?.Type ?? operation.Type;
        return Ownership.Assume(new(program.TableOf(type)!, row), program, places, state);
    }

    /// <summary>A lock of the result's is held only if there is a result.</summary>
    IEnumerable<LockState> Holding(LockClause clause, IReadOnlyList<Term> arguments, Term result, LockState state)
    {
        if (clause.Of.Length == 0)
        {
            yield return state with { Held = state.Held.Add(new(clause.LockClass, null)) };
            yield break;
        }

        var ofResult = clause.Of.Split('.')[0] == LockPlaces.ResultName && callee.Parameters.All(p => p.Name != LockPlaces.ResultName);
        if (ofResult && state.Assume(Terms.IsNull(result)) is { } none) yield return none;
        var some = ofResult ? state.Assume(Terms.Not(Terms.IsNull(result))) : state;
        if (some is not null && places.Row(clause.Of, callee, arguments, result, some)?.Row is { } row)
            yield return some with { Held = some.Held.Add(new(clause.LockClass, row)) };
    }
}
