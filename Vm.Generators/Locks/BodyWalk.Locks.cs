using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>Taking locks and giving them back.</summary>
sealed partial class BodyWalk
{
    (string LockClass, Term? Row)? LockAt(Place place, LockState state)
    {
        if (program.ClassOf(place, row => new Reading(program, names).Row(row, state)?.Table) is not { } lockClass) return null;
        return (lockClass, place is RowField field ? new Reading(program, names, guards).Row(field.Row, state)?.Row : null);
    }

    Outcome Within(Place place, IEnumerable<Stmt> body, LockState state, bool readOnly)
    {
        if (LockAt(place, state) is not var (lockClass, row)) return Run(body, [state]);

        var inside = Take(lockClass, row, state, readOnly);
        var held = inside.Held[inside.Held.Count - 1];
        return Run(body, [inside]).Then(end =>
        {
            if (end.Held.Contains(held)) return end with { Held = end.Held.Remove(held) };
            Report(LockRule.NotHeld, NameOf(lockClass, row), operation.Name);
            return end;
        });
    }

    /// <summary>Takes a lock, or reads under it.</summary>
    LockState Take(string lockClass, Term? row, LockState state, bool readOnly = false)
    {
        taken.Add(lockClass);
        CheckTaking(lockClass, row, state, NameOf(lockClass, row));
        return state with { Held = state.Held.Add(new(lockClass, row, ReadOnly: readOnly)) };
    }

    /// <summary>A lock that is held is not taken again, and none while an inner one is held.</summary>
    /// <param name="row">The row; null: the state's own lock, or whichever of the class.</param>
    /// <param name="what">What takes it, in words.</param>
    void CheckTaking(string lockClass, Term? row, LockState state, string what)
    {
        var isOne = row is not null || program.IsOfState(lockClass);
        if (isOne && state.Find(lockClass, row) is { } same)
        {
            Report(LockRule.HeldAlready, what, operation.Name, NameOf(same.LockClass, same.Row));
            return;
        }

        var rank = program.RankOf(lockClass);
        if (rank >= 0 && state.Held.FirstOrDefault(h => !h.ReadOnly && program.RankOf(h.LockClass) >= rank) is { } inner)
            Report(LockRule.OutOfOrder, what, operation.Name, NameOf(inner.LockClass, inner.Row));
    }

    LockState GiveBack(string lockClass, Term? row, LockState state)
    {
        if (state.Find(lockClass, row) is { } held)
        {
            Need(held);
            return state with { Held = state.Held.Remove(held) };
        }

        Report(LockRule.NotHeld, NameOf(lockClass, row), operation.Name);
        return state;
    }

    public static string NameOf(string lockClass, Term? row) =>
        row is null ? $"the {lockClass} lock" : $"the {lockClass} lock of {Words.Of(row)}";
}
