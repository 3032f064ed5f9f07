using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Exploration;

/// <summary>
/// Checks what is owed in the middle of a body: lock clauses and requires clauses of callees, that a lock is not taken twice, and
/// that a place which one certain lock protects is used with that lock held.
/// </summary>
sealed class Discipline(IrProgram program, Interpreter clauses) : IWatcher
{
    readonly LockPaths paths = new(program);
    readonly HashSet<LockInstance> held = [];
    readonly HashSet<LockInstance> perhapsHeld = [];
    int trustedCallees;
    bool catalogueBroken;

    /// <summary>What stopped the run, if it was stopped here.</summary>
    public Violation? Found { get; private set; }

    /// <summary>
    /// Whether the run is inside an operation that is taken on trust, or one of them broke the catalogue. What fails then is that one's
    /// own doing: the catalogue allows states that it cannot bear.
    /// </summary>
    public bool TrustFailed => trustedCallees > 0 || catalogueBroken;

    /// <summary>Begins a run: the caller holds what the contract asks for.</summary>
    public void Enter(OperationItem operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        Found = null;
        trustedCallees = 0;
        catalogueBroken = false;
        held.Clear();
        perhapsHeld.Clear();
        foreach (var (_, instance) in Locks(operation, arguments, state, LockDuty.MustHold)) held.Add(instance);
    }

    public void Calls(OperationItem operation, Int128[] arguments, ConcreteState state)
    {
        if (clauses.ViolatedRequires(operation.Name, arguments, state) is { } violated)
            throw Stop(ObligationKind.Requires, $"{operation.Name}.{violated.Name}");

        if (clauses.ViolatedInvariant(state) is { } broken) throw Stop(ObligationKind.InvariantAtCall, broken.Name);

        foreach (var (clause, instance) in Locks(operation, arguments, state, LockDuty.MustHold, LockDuty.MustNotHold))
        {
            if (clause.Duty == LockDuty.MustHold ? !MayHold(instance) : held.Contains(instance))
                throw Stop(ObligationKind.Lock, $"{operation.Name}.{clause.Duty}({clause.LockClass})");
        }

        if (operation.Trusted is not null) trustedCallees++;
    }

    public void Returns(OperationItem operation, ConcreteState state)
    {
        if (operation.Trusted is null) return;

        trustedCallees--;
        catalogueBroken |= clauses.ViolatedInvariant(state) is not null;
    }

    // It may have tried to take the lock of a row that it was handed.
    public void CallsOutside(ExternalItem method, Int128[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!program.Handles.ContainsKey(method.Parameters[i].Type)) continue;

            var table = program.TableOf(method.Parameters[i].Type);
            foreach (var guard in program.Row(table.Name).Fields.Select(field => field.Guard).OfType<LockGuard>())
                perhapsHeld.Add(new(guard.LockClass, table.Name, arguments[i]));
        }
    }

    public void Takes(LockInstance taken)
    {
        if (!held.Add(taken)) throw Stop(ObligationKind.Lock, $"{taken} is taken twice");
    }

    public void GivesBack(LockInstance given)
    {
        if (!held.Remove(given) && !perhapsHeld.Remove(given)) throw Stop(ObligationKind.Lock, $"{given} is given back and not held");
    }

    public void Uses(LockInstance guard, string place)
    {
        if (!MayHold(guard)) throw Stop(ObligationKind.Lock, $"{place} is used without {guard}");
    }

    bool MayHold(LockInstance instance) => held.Contains(instance) || perhapsHeld.Contains(instance);

    IEnumerable<(LockClause Clause, LockInstance Instance)> Locks(
        OperationItem operation, IReadOnlyList<Int128> arguments, ConcreteState state, params LockDuty[] duties) =>
        program.Contract(operation.Contract).Locks
            .Where(clause => duties.Contains(clause.Duty))
            .Select(clause => (clause, paths.Of(clause, operation, arguments, state)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.clause, pair.Item2!.Value));

    InterpretationException Stop(string kind, string clause)
    {
        Found = new(kind, clause);
        return new(Found.ToString(), clause);
    }
}
