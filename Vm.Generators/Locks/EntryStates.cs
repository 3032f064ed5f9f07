using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>What is known, held and owned where an operation begins, as its contract says.</summary>
sealed class EntryStates(LockProgram program, OperationItem operation, ContractItem contract, Names names)
{
    readonly LockPlaces places = new(program, names);
    readonly IReadOnlyList<Term> arguments = ArgumentsOf(operation);

    /// <summary>The values of the parameters at entry.</summary>
    public static IReadOnlyList<Term> ArgumentsOf(OperationItem operation) => [.. operation.Parameters.Select(p => new Term(p.Name))];

    /// <summary>One state for each answer to the conditions of the contract's clauses.</summary>
    public IReadOnlyList<LockState> States()
    {
        var entry = Known();
        IReadOnlyList<LockState> states = [entry];
        foreach (var condition in contract.Locks.Select(l => l.When).Concat(contract.Ownership.Select(o => o.Unless)).Distinct())
        {
            var term = places.Condition(condition, operation, arguments, entry);
            states = [.. states.SelectMany(s => new[] { s.Assume(term), s.Assume(Terms.Not(term)) }).OfType<LockState>()];
        }

        return [.. states.Select(Entitle)];
    }

    public bool Applies(LockClause clause, LockState entry) =>
        places.Condition(clause.When, operation, arguments, entry).Equals(Terms.True);

    public bool IsOwned(OwnershipClause clause, LockState entry) =>
        clause.Unless.Length == 0 || places.Condition(clause.Unless, operation, arguments, entry).Equals(Terms.False);

    public Term? RowOf(LockClause clause, LockState state, Term? result) =>
        clause.Of.Length == 0 ? null : places.Row(clause.Of, operation, arguments, result, state)?.Row;

    LockState Known()
    {
        var state = new LockState { Locals = Names.Bind(operation.Parameters, arguments) };
        var reading = new Reading(program, names);
        foreach (var clause in contract.Requires) state = state.Assume(reading.Value(clause.Body, state)) ?? state;
        foreach (var (parameter, argument) in operation.Parameters.Zip(arguments, (p, a) => (p, a)))
        {
            if (program.TableOf(parameter.Type) is { } table) state = RowFacts.At(table, argument, program, names, state);
        }

        return state;
    }

    /// <summary>What the caller holds and owns.</summary>
    LockState Entitle(LockState state)
    {
        for (var i = 0; i < contract.Locks.Count; i++)
        {
            var clause = contract.Locks[i];
            if (clause.Duty is not (LockDuty.MustHold or LockDuty.Releases) || !Applies(clause, state)) continue;
            state = state with { Held = state.Held.Add(new(clause.LockClass, RowOf(clause, state, null), i)) };
        }

        foreach (var clause in contract.Ownership.Where(c => c.Duty == OwnershipDuty.Owns && IsOwned(c, state)))
        {
            if (places.Row(clause.Row, operation, arguments, null, state) is { } row) state = Ownership.Assume(row, program, places, state);
        }

        return state;
    }
}
