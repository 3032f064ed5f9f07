namespace Vm.Generators.Locks;

/// <summary>What the catalogue says of one row, whenever it holds.</summary>
static class RowFacts
{
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row; of null nothing is said.</param>
    /// <param name="program">Gives the catalogue.</param>
    /// <param name="names">Makes new names.</param>
    /// <param name="state">The state; its heap is that when the catalogue held last.</param>
    public static IEnumerable<Term> About(string table, Term row, LockProgram program, Names names, LockState state)
    {
        var consistent = state with { Heap = state.Consistent };
        var reading = new Reading(program, names);
        return
            from invariant in program.Invariants
            where !invariant.WholeState && invariant.Parameters.Count == 1 && program.TableOf(invariant.Parameters[0].Type) == table
            let holds = reading.Value(invariant.Body, consistent with { Locals = Names.Bind(invariant.Parameters, [row]) })
            select Terms.Or(Terms.IsNull(row), holds);
    }

    /// <summary>The state with all that is said of a row.</summary>
    public static LockState At(string table, Term row, LockProgram program, Names names, LockState state) =>
        About(table, row, program, names, state).Aggregate(state, (known, fact) => known.Assume(fact) ?? known);
}
