using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>An operation against its contract: what is held at entry, what must be held on return, and what the contract says in vain.</summary>
sealed class OperationCheck(LockProgram program, OperationItem operation, ContractItem contract)
{
    readonly Names names = new();
    readonly IReadOnlyList<Term> arguments = EntryStates.ArgumentsOf(operation);

    /// <summary>The rules that an operation breaks; one that is broken on purpose, or runs before there are threads, breaks none.</summary>
    public static IReadOnlyList<LockFinding> Of(LockProgram program, OperationItem operation) =>
        operation.Mutant is null && program.Contracts.TryGetValue(operation.Contract, out var contract) && !contract.Establishes
            && new OperationCheck(program, operation, contract) is { NamesLocks: true } check
                ? check.Run()
                : [];

    /// <summary>Whether each clause names a lock; otherwise there is another diagnostic.</summary>
    bool NamesLocks => contract.Locks.All(clause => clause.Of.Length == 0
        ? clause.Duty == LockDuty.Acquires || program.IsOfState(clause.LockClass)
        : new LockPlaces(program, names).Row(clause.Of, operation, arguments, new(operation.Name), new()) is { } row && program.IsOfRow(clause.LockClass, row.Table));

    IReadOnlyList<LockFinding> Run()
    {
        var walk = new BodyWalk(program, operation, names);
        var entry = new EntryStates(program, operation, contract, names);
        var places = new LockPlaces(program, names);
        foreach (var start in entry.States())
        {
            foreach (var (end, value) in walk.Run([start])) CheckReturn(start, end, value, places, entry, walk);
        }

        ReportIdle(walk);
        return [.. walk.Findings.Where(f => operation.Unlocked is null || f.Rule is not (LockRule.UnguardedUse or LockRule.NotOwned))];
    }

    void CheckReturn(LockState start, LockState end, Term? value, LockPlaces places, EntryStates entry, BodyWalk walk)
    {
        var rest = end;
        foreach (var clause in contract.Locks)
        {
            if (clause.Duty is not (LockDuty.MustHold or LockDuty.ReturnsHolding) || !entry.Applies(clause, start)) continue;

            var ofResult = clause.Duty == LockDuty.ReturnsHolding && value is not null && clause.Of.Split('.')[0] == LockPlaces.ResultName;
            if (ofResult && end.Facts.Implies(Terms.IsNull(value!))) continue;

            var row = entry.RowOf(clause, ofResult ? end : start, value);
            if (rest.Find(clause.LockClass, row, write: true) is { } held) rest = rest with { Held = rest.Held.Remove(held) };
            else walk.Report(LockRule.WrongOnReturn, operation.Name, $"without {BodyWalk.NameOf(clause.LockClass, row)}", contract.Name);
        }

        foreach (var held in rest.Held)
            walk.Report(LockRule.WrongOnReturn, operation.Name, $"with {BodyWalk.NameOf(held.LockClass, held.Row)} held", contract.Name);

        CheckOwners(start, end, value, places, entry, walk);
    }

    void CheckOwners(LockState start, LockState end, Term? value, LockPlaces places, EntryStates entry, BodyWalk walk)
    {
        // Of a trusted body the lists are not understood, so neither is who owns what.
        if (operation.Trusted is not null) return;

        foreach (var clause in contract.Ownership)
        {
            if (places.Row(clause.Row, operation, arguments, value, end) is not { } row || end.Facts.Implies(Terms.IsNull(row.Row))) continue;

            var isGivenUp = contract.Ownership.Any(c => c.Duty == OwnershipDuty.GivesUp && c.Row == clause.Row);
            var owned = clause.Duty switch
            {
                OwnershipDuty.GivesUp => false,
                OwnershipDuty.ReturnsOwned => true,
                _ => entry.IsOwned(clause, start) && !isGivenUp ? true : (bool?)null,
            };
            if (owned is { } expected && end.Owns(row.Row) != expected)
                walk.Report(LockRule.WrongOnReturn, operation.Name, $"{(expected ? "without owning" : "still owning")} {Words.Of(row.Row)}", contract.Name);
        }

        CheckResult(end, value, places, walk);
    }

    /// <summary>A row that is returned is the caller's own, or a lock of its is held on return; otherwise it may be another's already.</summary>
    void CheckResult(LockState end, Term? value, LockPlaces places, BodyWalk walk)
    {
        if (value is null || program.TableOf(operation.Type) is not { } table || program.RowOf(table) is not { } type) return;
        if (type.OwnedUnless.Count == 0 || end.Owns(value) || end.Assume(Terms.Not(Terms.IsNull(value))) is not { } found) return;

        var classes = type.Fields.SelectMany(f => f.Guard switch
        {
            Guarded g => [g.LockClass],
            GuardedAny g => g.Locks,
            _ => (IEnumerable<string>)[],
        }).Distinct();
        var row = new BoundRow(table, value);
        var keepers = classes.Select(c => found.Find(c, places.Of(c, row, found).Row)).OfType<HeldLock>().ToList();
        if (keepers.Count == 0) walk.Report(LockRule.UnkeptResult, operation.Name, Words.Of(value));
        if (keepers.Count == 1) walk.Need(keepers[0]);
    }

    void ReportIdle(BodyWalk walk)
    {
        for (var i = 0; i < contract.Locks.Count; i++)
        {
            var clause = contract.Locks[i];
            var isIdle = clause.Duty switch
            {
                LockDuty.MustHold => !walk.Needed.Contains(i),
                LockDuty.Acquires => !walk.Taken.Contains(clause.LockClass),
                _ => false,
            };
            if (!isIdle) continue;
            var of = clause.Of.Length == 0 ? "" : $", \"{clause.Of}\"";
            walk.Report(LockRule.IdleClause, $"{clause.Duty}({clause.LockClass}{of})", contract.Name, operation.Name);
        }

        foreach (var taken in walk.Taken.Where(t => !contract.Locks.Any(l => l.LockClass == t && IsClaim(l))))
            walk.Report(LockRule.Unclaimed, operation.Name, taken, contract.Name);
    }

    /// <summary>Whether a clause tells callers that the operation may wait for a lock. A lock of the result's may have been tried.</summary>
    static bool IsClaim(LockClause clause) => clause.Duty is LockDuty.Acquires or LockDuty.Releases
        || (clause.Duty == LockDuty.ReturnsHolding && clause.Of.Split('.')[0] != LockPlaces.ResultName);
}
