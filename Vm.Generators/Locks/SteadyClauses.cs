using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>
/// Which clauses of a contract are steady: they read only what does not change while they are evaluated, because a lock of it is held, the row is
/// owned, or it is constant. So they can be evaluated while other threads run. The argument: at the moment that a clause is about, all steady
/// clauses are true; that is assumed, and under it each place that is read is kept from changing until it has been read. So the evaluation
/// finds what held at that moment, or a clause that did not.
/// </summary>
sealed class SteadyClauses
{
    readonly LockProgram program;
    readonly OperationItem operation;
    readonly ContractItem contract;
    readonly Names names = new();
    readonly LockPlaces places;

    SteadyClauses(LockProgram program, OperationItem operation, ContractItem contract)
    {
        (this.program, this.operation, this.contract) = (program, operation, contract);
        places = new(program, names);
    }

    /// <summary>The contract without the clauses that are not steady. Only steady ones are assumed, so what is left out may take others with it.</summary>
    public static ContractItem Of(LockProgram program, OperationItem operation, ContractItem contract)
    {
        while (true)
        {
            var steady = new SteadyClauses(program, operation, contract).Filter();
            if (steady.Requires.Count == contract.Requires.Count && steady.Ensures.Count == contract.Ensures.Count) return contract;
            contract = steady;
        }
    }

    ContractItem Filter()
    {
        var starts = new EntryStates(program, operation, contract, names).States();
        var ends = starts.SelectMany(start => Ends(start).Select(end => (Start: start, end.State, end.Value))).ToList();
        return contract with
        {
            Requires = contract.Requires.Where(c => starts.All(at => IsSteady(c, at, null, null))).ToEquatableArray(),
            Ensures = contract.Ensures.Where(c => ends.All(at => IsSteady(c, at.State, at.Value, at.Start))).ToEquatableArray(),
        };
    }

    /// <summary>The states on return are those behind a call, with what is held then.</summary>
    IReadOnlyList<(LockState State, Term? Value)> Ends(LockState start) =>
        new CallWalk(new BodyWalk(program, operation, names), program, places, names, operation, contract)
            .Perform(EntryStates.ArgumentsOf(operation), start);

    bool IsSteady(Clause clause, LockState state, Term? result, LockState? old)
    {
        if (clause.WholeState) return false;
        var uses = new Uses(program, places, names, operation);
        new Reading(program, names, uses) { Result = result, Old = old }.Value(clause.Body, state);
        return uses.AreSteady;
    }

    /// <summary>As the guards of a body, but what has no guard may change, too.</summary>
    sealed class Uses : IUses
    {
        readonly LockProgram program;
        readonly Guards guards;

        public Uses(LockProgram program, LockPlaces places, Names names, OperationItem operation)
        {
            this.program = program;
            guards = new(program, places, names, operation, (_, _) => AreSteady = false, _ => { });
        }

        public bool AreSteady { get; private set; } = true;

        public void UseGlobal(string name, bool write, LockState state)
        {
            AreSteady &= HasGuard(program.Global(name));
            guards.UseGlobal(name, write, state);
        }

        public void UseField(BoundRow row, string field, bool write, LockState state)
        {
            AreSteady &= state.Owns(row.Row) || HasGuard(program.Field(row.Table, field));
            guards.UseField(row, field, write, state);
        }

        public void UseMany() => AreSteady = false;

        static bool HasGuard(FieldDeclaration? field) => field?.Guard is Guarded or GuardedAny or ConstantGuard;
    }
}
