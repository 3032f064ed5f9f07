using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>
/// Calls of operations go by contract: the caller owes the requires clauses and the invariants; then the modified places are
/// forgotten, and the ensures clauses and the invariants are known.
/// </summary>
sealed class CallEncoder(EncoderKit kit)
{
    public (SymbolicState State, Term? Value) ByContract(
        OperationItem operation, SymbolicState state, IReadOnlyList<Term> arguments, Term? result, SourcePlace place)
    {
        Owe(operation, state, arguments, place);
        var contract = kit.Program.Contract(operation.Contract);
        var variables = Bind(operation, arguments);
        var after = Forget(state, ModifiedPlaces.Of(kit.Program, contract, state, variables, kit.Terms));
        var scope = new Scope(after, variables) { Entry = state, Result = result };
        foreach (var clause in contract.Ensures) kit.Ledger.Assume(after, kit.Expressions.Encode(clause.Body, scope));
        foreach (var conjunct in kit.Invariants.Encode(after)) kit.Ledger.Assume(after, conjunct.Formula);
        return (kit.Locks.AfterCall(operation, state, after, variables, result), result);
    }

    /// <summary>What the caller owes before the call.</summary>
    public void Owe(OperationItem operation, SymbolicState state, IReadOnlyList<Term> arguments, SourcePlace place)
    {
        var contract = kit.Program.Contract(operation.Contract);
        if (contract.Establishes)
            throw new ComponentException($"{place}: error: {operation.Name} runs on a new state; no operation performs it");

        var variables = Bind(operation, arguments);
        kit.Locks.OweCall(operation, state, variables, place);
        var scope = new Scope(state, variables);
        foreach (var clause in contract.Requires)
        {
            kit.Ledger.ObligeAndAssume(
                state, kit.Expressions.Encode(clause.Body, scope),
                ObligationKind.Requires, $"{operation.Name}.{clause.Name}", clause.Sentence, place, kit.Program.PlaceOf(clause, contract));
        }

        foreach (var conjunct in kit.Invariants.Encode(state))
        {
            kit.Ledger.ObligeAndAssume(
                state, conjunct.Formula, ObligationKind.InvariantAtCall, conjunct.Name, conjunct.Clause.Sentence,
                place, kit.Program.PlaceOf(conjunct.Clause.Name));
        }
    }

    public static ImmutableDictionary<string, Term> Bind(OperationItem operation, IReadOnlyList<Term> arguments) =>
        Scope.NoVariables.AddRange(
            operation.Parameters.Select((parameter, i) => KeyValuePair.Create(parameter.Name, arguments[i])));

    SymbolicState Forget(SymbolicState state, ModifiedPlaces places)
    {
        foreach (var (table, field, row) in places.AtRow)
        {
            if (!places.Whole.Contains(Names.Field(table, field))) state = kit.Changes.ForgetAt(state, table, field, row);
        }

        return kit.Changes.Forget(state, places.Whole);
    }
}
