using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>What an operation owes where it returns: its ensures clauses, the invariants, and that nothing else changed.</summary>
sealed class ExitEncoder(EncoderKit kit, ContractItem contract, ImmutableDictionary<string, Term> arguments, SymbolicState entry)
{
    readonly TermFactory terms = kit.Terms;

    public void Owe(OperationExit exit)
    {
        OweEnsures(exit);
        OweInvariants(exit);
        OweFrame(exit);
    }

    void OweEnsures(OperationExit exit)
    {
        var scope = new Scope(exit.State, arguments) { Entry = entry, Result = exit.Result };
        foreach (var clause in contract.Ensures)
        {
            kit.Ledger.Oblige(
                exit.State, kit.Expressions.Encode(clause.Body, scope), ObligationKind.Ensures, clause.Name, clause.Sentence,
                exit.Place, kit.Program.PlaceOf(clause, contract));
        }
    }

    void OweInvariants(OperationExit exit)
    {
        foreach (var conjunct in kit.Invariants.Encode(exit.State))
        {
            kit.Ledger.Oblige(
                exit.State, conjunct.Formula, ObligationKind.Invariant, conjunct.Name, conjunct.Clause.Sentence,
                exit.Place, kit.Program.PlaceOf(conjunct.Clause.Name));
        }
    }

    void OweFrame(OperationExit exit)
    {
        var allowed = ModifiedPlaces.Of(kit.Program, contract, entry, arguments, terms);
        foreach (var table in kit.Program.State.Tables)
        {
            foreach (var field in kit.Program.Fields(table))
            {
                var rows = allowed.AtRow.Where(p => p.Table == table.Name && p.Field == field.Name).Select(p => p.Row);
                OweUnchanged(exit, allowed, Names.Field(table.Name, field.Name), $"{table.Name}.{field.Name}", rows);
            }
        }

        foreach (var global in kit.Program.Globals) OweUnchanged(exit, allowed, Names.Global(global.Name), global.Name, []);
        foreach (var ghost in kit.Program.State.Ghosts) OweUnchanged(exit, allowed, Names.Ghost(ghost.Name), ghost.Name, []);
    }

    // A value that no path writes is the same term, and owes nothing.
    void OweUnchanged(OperationExit exit, ModifiedPlaces allowed, string name, string place, IEnumerable<Term> rows)
    {
        var (before, after) = (entry[name], exit.State[name]);
        if (before == after || allowed.Whole.Contains(name)) return;

        kit.Ledger.Oblige(
            exit.State, before.Sort is ArraySort array ? SameAtOthers(array, before, after, rows) : terms.Eq(before, after),
            ObligationKind.Frame, place, $"{place} changes only where the contract says so",
            exit.Place, kit.Program.PlaceOf(contract.Name));
    }

    Term SameAtOthers(ArraySort array, Term before, Term after, IEnumerable<Term> rows)
    {
        var row = terms.Variable("row#0", array.Index);
        var others = rows.Append(array.Index is HandleSort { HasNull: true } handle ? terms.Null(handle) : row)
            .Where(other => other != row)
            .Select(other => terms.Not(terms.Eq(row, other)));
        return terms.ForAll(
            new([row], [new([before.Family])]),
            terms.Implies(terms.And(others), terms.Eq(terms.Select(after, row), terms.Select(before, row))));
    }
}
