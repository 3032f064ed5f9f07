namespace Vm.Generators.Locks;

/// <summary>What it means that a row is owned.</summary>
static class Ownership
{
    /// <summary>The row is owned, and has none of the flags that would make it another's; unless it is null.</summary>
    public static LockState Assume(BoundRow row, LockProgram program, LockPlaces places, LockState state)
    {
        state = state.Own(row.Row);
        foreach (var flag in program.RowOf(row.Table)?.OwnedUnless ?? [])
        {
            var clear = Terms.Not(places.Field(row, flag, state));
            state = state.Assume(Terms.Or(Terms.IsNull(row.Row), clear)) ?? state;
        }

        return state;
    }
}
