using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>
/// Loops. Whatever the body may change is forgotten at the head, and what the loop's invariants say is known instead; the locks are the
/// same each time, or a rule is broken.
/// </summary>
sealed partial class BodyWalk
{
    Outcome Loop(While statement, LockState entry)
    {
        while (true)
        {
            var head = Head(statement, entry);
            var body = Iterate(statement, head, out var exit);
            var ends = body.Next.Concat(body.Continues).ToList();
            if (ends.Any(end => !HaveSameLocks(head, end))) Report(LockRule.LoopChangesLocks, operation.Name);

            // A row that an iteration gives up is not owned in the next.
            var kept = entry.Owned.RemoveAll(row => ends.Any(end => !end.Owns(row)));
            if (kept.Count == entry.Owned.Count) return new([.. exit, .. body.Breaks], [], [], body.Returns);
            entry = entry with { Owned = kept };
        }
    }

    LockState Head(While statement, LockState entry)
    {
        var changes = new LoopChanges(program, entry.Aliases);
        changes.Add(statement.Body);
        var head = entry with
        {
            Locals = entry.Locals.SetItems(changes.Locals.Where(entry.Locals.ContainsKey).Select(l => new KeyValuePair<string, Term>(l, names.Fresh(l)))),
            Heap = entry.Heap.SetItems(changes.Places.Select(p => new KeyValuePair<string, FieldHeap>(p, names.FreshHeap(p)))),
        };
        return statement.Invariants.Aggregate(head, (state, invariant) =>
            state.Assume(new Reading(program, names).Value(invariant, state)) ?? state);
    }

    Outcome Iterate(While statement, LockState head, out IReadOnlyList<LockState> exit)
    {
        var after = Condition(statement.Condition, head, out var condition);
        exit = after.Assume(Terms.Not(condition)) is { } left ? [left] : [];
        return after.Assume(condition) is { } inside ? Run(statement.Body, [inside]) : Outcome.Nowhere;
    }

    static bool HaveSameLocks(LockState head, LockState end) =>
        head.Held.Count == end.Held.Count && head.Held.All(held => end.Find(held.LockClass, held.Row) is not null);
}
