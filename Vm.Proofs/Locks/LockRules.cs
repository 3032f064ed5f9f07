using System.Collections.Immutable;
using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Locks;

/// <summary>
/// What an operation owes for locks. Nothing of it becomes a fact: that a lock is held says nothing of values.
/// </summary>
sealed class LockRules
{
    readonly IrProgram program;
    readonly TermFactory terms;
    readonly Ledger ledger;
    readonly LockTerms locks;
    readonly OperationItem operation;
    readonly ContractItem contract;
    readonly HashSet<string> taken = [];

    public LockRules(IrProgram program, OperationItem operation, TermFactory terms, ExpressionEncoder expressions, Ledger ledger)
    {
        (this.program, this.operation, this.terms, this.ledger) = (program, operation, terms, ledger);
        contract = program.Contract(operation.Contract);
        locks = new LockTerms(program, terms, expressions);
    }

    /// <summary>What establishes the catalogue runs before there is a second thread.</summary>
    bool IsAlone => contract.Establishes;

    /// <summary>The state at entry, with what the caller holds and owns.</summary>
    public SymbolicState AtEntry(SymbolicState state, ImmutableDictionary<string, Term> arguments)
    {
        var sets = contract.Locks.Where(clause => clause.Duty is LockDuty.MustHold or LockDuty.Releases)
            .Aggregate(LockSets.None, (all, clause) => Include(all, clause, arguments, state));
        foreach (var clause in contract.Ownership.Where(clause => clause.Duty == OwnershipDuty.Owns))
        {
            if (locks.RowAt(clause.Row, arguments, null, state) is var (table, row))
                sets = sets.Add(LockSets.Owned(table), row, locks.Applies(clause, arguments, state), terms);
        }

        return state with { Locks = sets };
    }

    /// <summary>That a place may be used, where it is read or written; null if the operation need not say.</summary>
    public Term? MayUse(string table, string field, Term row, bool write, SymbolicState state) =>
        IsAlone || operation.Unlocked is not null ? null : locks.MayUse(table, program.Field(table, field), row, write, state);

    /// <summary>That a scalar may be used; null if the operation need not say.</summary>
    public Term? MayUse(string global, bool write, SymbolicState state) =>
        IsAlone || operation.Unlocked is not null ? null : locks.MayUse(program.Globals.First(g => g.Name == global), write, state);

    /// <summary>What a statement owes for the places that it uses.</summary>
    public void OweUses(IReadOnlyList<Term> uses, SymbolicState state, SourcePlace place)
    {
        if (uses.Count > 0) Owe(state, terms.And(uses), "guards", "the places that are used are guarded by locks that are held, or in rows that are owned", place);
    }

    public string? ClassOf(Place place, Func<RowReference, string> tableOf) => locks.ClassOf(place, tableOf);

    /// <summary>Takes a lock, or reads under it.</summary>
    public SymbolicState Take(string lockClass, Term? row, bool readOnly, SymbolicState state, SourcePlace place)
    {
        var at = row ?? locks.StateRow;
        taken.Add(lockClass);
        Owe(state, terms.And(terms.Bool(IsClaimed(lockClass)), locks.MayTake(lockClass, at, state)),
            $"Takes({lockClass})", "the contract tells of the lock, and neither it nor one behind it in the order is held", place);
        var name = readOnly ? LockSets.Reading(lockClass) : LockSets.Held(lockClass);
        return state with { Locks = state.Locks.With(name, at, terms.True) };
    }

    /// <summary>Gives a lock back, or ends reading under it.</summary>
    public SymbolicState GiveBack(string lockClass, Term? row, bool readOnly, SymbolicState state, SourcePlace place)
    {
        var at = row ?? locks.StateRow;
        if (!readOnly) Owe(state, locks.IsHeld(lockClass, at, state), $"GivesBack({lockClass})", "the lock is held", place);
        var name = readOnly ? LockSets.Reading(lockClass) : LockSets.Held(lockClass);
        return state with { Locks = state.Locks.With(name, at, terms.False) };
    }

    /// <summary>A method of the world outside that may have taken a lock.</summary>
    public SymbolicState Try(ExternalItem method, IReadOnlyList<Term> arguments, Term? result, SymbolicState state)
    {
        var index = method.Tries is { } tries ? method.Parameters.Select(p => p.Name).ToList().IndexOf(tries.By) : -1;
        return index < 0 || result is null
            ? state
            : state with { Locks = state.Locks.Add(LockSets.Held(method.Tries!.LockClass), arguments[index], result, terms) };
    }

    /// <summary>What a caller owes to a callee's lock clauses.</summary>
    public void OweCall(OperationItem callee, SymbolicState state, ImmutableDictionary<string, Term> arguments, SourcePlace place)
    {
        var called = program.Contract(callee.Contract);
        foreach (var clause in called.Locks)
        {
            // Which row the result will name is not known yet.
            if (locks.RowOf(clause, arguments, null, state) is not { } row) continue;

            if (clause.Duty is LockDuty.Acquires or LockDuty.ReturnsHolding) taken.Add(clause.LockClass);
            var goal = clause.Duty switch
            {
                LockDuty.MustHold or LockDuty.Releases => locks.IsHeld(clause.LockClass, row, state),
                LockDuty.MustNotHold => terms.Not(terms.Or(locks.IsHeld(clause.LockClass, row, state), locks.IsRead(clause.LockClass, row, state))),
                _ => terms.And(terms.Bool(IsClaimed(clause.LockClass)), locks.MayTake(clause.LockClass, row, state)),
            };
            Owe(state, terms.Implies(locks.Condition(clause.When, arguments, state), goal),
                $"{callee.Name}.{clause.Duty}({clause.LockClass})", "the lock clause of the callee is kept", place, called);
        }

        if (operation.Unlocked is not null) return;
        foreach (var clause in called.Ownership.Where(clause => clause.Duty == OwnershipDuty.Owns))
        {
            if (locks.RowAt(clause.Row, arguments, null, state) is not var (table, row)) continue;
            Owe(state, terms.Implies(locks.Applies(clause, arguments, state), locks.IsOwned(table, row, state)),
                $"{callee.Name}.Owns({clause.Row})", "the row is the caller's own", place, called);
        }
    }

    /// <summary>What a callee leaves the caller with.</summary>
    public SymbolicState AfterCall(
        OperationItem callee, SymbolicState before, SymbolicState after, ImmutableDictionary<string, Term> arguments, Term? result)
    {
        var called = program.Contract(callee.Contract);
        var sets = after.Locks;
        foreach (var clause in called.Locks)
        {
            if (clause.Duty == LockDuty.Releases && locks.RowOf(clause, arguments, null, before) is { } given)
                sets = sets.With(LockSets.Held(clause.LockClass), given, terms.False);
            if (clause.Duty == LockDuty.ReturnsHolding) sets = Include(sets, clause, arguments, after, result);
        }

        foreach (var clause in called.Ownership.Where(clause => clause.Duty != OwnershipDuty.Owns))
        {
            if (locks.RowAt(clause.Row, arguments, result, after) is var (table, row))
                sets = sets.With(LockSets.Owned(table), row, terms.Bool(clause.Duty == OwnershipDuty.ReturnsOwned));
        }

        return after with { Locks = sets };
    }

    /// <summary>A field was written. Who clears the last of the flags that make a row another's owns it; who sets one gives it up.</summary>
    public SymbolicState AfterWrite(string table, string field, Term row, Term value, SymbolicState before, SymbolicState after)
    {
        var flags = program.Row(table).OwnedUnless;
        if (!flags.Contains(field)) return after;

        var others = flags.Where(flag => flag != field).Select(flag => terms.Not(terms.Select(before[Names.Field(table, flag)], row)));
        var isLast = terms.And(others.Prepend(terms.Select(before[Names.Field(table, field)], row)));
        var isOwned = terms.And(terms.Not(value), terms.Or(isLast, locks.IsOwned(table, row, before)));
        return after with { Locks = after.Locks.With(LockSets.Owned(table), row, isOwned) };
    }

    /// <summary>Whether statements may change which rows are owned.</summary>
    public bool MayChangeOwners(Assignments.Assigned assigned) => assigned.PerformsOperations || program.State.Tables.Any(table =>
        program.Row(table.Name).OwnedUnless.Any(flag => assigned.Places.Contains(Names.Field(table.Name, flag))));

    /// <summary>A round of a loop leaves the locks as it found them.</summary>
    public void OweRound(SymbolicState head, SymbolicState next, SourcePlace place) =>
        Owe(next, LockSets.HoldTheSame(head.Locks, next.Locks, terms), "loop", "a round of the loop leaves the locks as it found them", place);

    /// <summary>The body takes the locks that its contract says it takes; otherwise callers are kept from what they may do.</summary>
    public void OweClaims(SymbolicState entry)
    {
        foreach (var clause in contract.Locks.Where(clause => clause.Duty == LockDuty.Acquires))
        {
            Owe(entry, terms.Bool(taken.Contains(clause.LockClass)),
                $"Acquires({clause.LockClass})", "the lock is taken, here or in a callee", program.PlaceOf(operation.Name), contract);
        }
    }

    /// <summary>On return the locks are held, and the rows owned, that the contract says.</summary>
    public void OweReturn(OperationExit exit, SymbolicState entry, ImmutableDictionary<string, Term> arguments)
    {
        var expected = LockSets.None;
        foreach (var clause in contract.Locks)
        {
            if (clause.Duty == LockDuty.MustHold) expected = Include(expected, clause, arguments, entry);
            if (clause.Duty == LockDuty.ReturnsHolding) expected = Include(expected, clause, arguments, exit.State, exit.Result);
        }

        Owe(exit.State, LockSets.HoldTheSame(exit.State.Locks, expected, terms),
            "locks on return", "the locks that are held are those that the contract says", exit.Place, contract);
        Owe(exit.State, terms.And(OwnedOnReturn(exit, entry, arguments)),
            "rows on return", "the rows that are owned are those that the contract says, and who keeps the result is clear", exit.Place, contract);
    }

    IEnumerable<Term> OwnedOnReturn(OperationExit exit, SymbolicState entry, ImmutableDictionary<string, Term> arguments)
    {
        foreach (var clause in contract.Ownership)
        {
            if (locks.RowAt(clause.Row, arguments, exit.Result, exit.State) is not var (table, row)) continue;

            var isGivenUp = contract.Ownership.Any(other => other.Duty == OwnershipDuty.GivesUp && other.Row == clause.Row);
            if (clause.Duty == OwnershipDuty.Owns && isGivenUp) continue;

            var owned = locks.IsOwned(table, row, exit.State);
            yield return clause.Duty == OwnershipDuty.Owns
                ? terms.Implies(locks.Applies(clause, arguments, entry), owned)
                : terms.Or(IsNull(row), clause.Duty == OwnershipDuty.ReturnsOwned ? owned : terms.Not(owned));
        }

        if (exit.Result?.Sort is HandleSort sort && program.Row(program.TableOf(sort.Name).Name) is { OwnedUnless.Count: > 0 })
            yield return terms.Or(IsNull(exit.Result), locks.IsKept(program.TableOf(sort.Name).Name, exit.Result, exit.State));
    }

    /// <summary>Whether callers are told that the operation may wait for a lock. A lock of the result's may have been tried.</summary>
    bool IsClaimed(string lockClass) => contract.Locks.Any(clause => clause.LockClass == lockClass && clause.Duty switch
    {
        LockDuty.Acquires or LockDuty.Releases => true,
        LockDuty.ReturnsHolding => !IsOfResult(clause),
        _ => false,
    });

    bool IsOfResult(LockClause clause) =>
        clause.Of.Length > 0 && operation.Parameters.All(parameter => parameter.Name != clause.Of.Split('.')[0]);

    /// <summary>A lock that a clause names, if it applies; one of the result's only if there is a result.</summary>
    LockSets Include(LockSets sets, LockClause clause, ImmutableDictionary<string, Term> arguments, SymbolicState state, Term? result = null)
    {
        if (locks.RowOf(clause, arguments, result, state) is not { } row) return sets;

        var ofResult = clause.Of.Length > 0 && !arguments.ContainsKey(clause.Of.Split('.')[0]);
        var applies = ofResult ? terms.Not(IsNull(result!)) : locks.Condition(clause.When, arguments, state);
        return sets.Add(LockSets.Held(clause.LockClass), row, applies, terms);
    }

    Term IsNull(Term handle) => handle.Sort is HandleSort { HasNull: true } sort ? terms.Eq(handle, terms.Null(sort)) : terms.False;

    void Owe(SymbolicState state, Term goal, string clause, string sentence, SourcePlace place, ContractItem? source = null)
    {
        if (!IsAlone) ledger.Oblige(state, goal, ObligationKind.Lock, clause, sentence, place, source is null ? place : program.PlaceOf(source.Name));
    }
}
