namespace Vm.Generators.Locks;

/// <summary>Keeps the number of paths in bounds.</summary>
static class Joining
{
    /// <summary>The states, or, where they are too many, one for each combination of locks and owned rows.</summary>
    public static IReadOnlyList<LockState> Join(IReadOnlyList<LockState> states, int most, Names names)
    {
        if (states.Count <= most) return states;
        return [.. states.GroupBy(Key).Select(group => group.Aggregate((a, b) => Join(a, b, names)))];
    }

    static string Key(LockState state) => string.Join("\n",
        state.Held.Select(h => h.ToString()).OrderBy(h => h, StringComparer.Ordinal)
            .Concat(state.Owned.Select(o => o.ToString()).OrderBy(o => o, StringComparer.Ordinal)));

    /// <summary>What both states know; where they differ, the value is unknown.</summary>
    static LockState Join(LockState left, LockState right, Names names) => left with
    {
        Facts = left.Facts.Common(right.Facts),
        Locals = left.Locals.Where(l => right.Locals.ContainsKey(l.Key)).Aggregate(left.Locals.Clear(), (all, local) =>
            all.Add(local.Key, local.Value.Equals(right.Locals[local.Key]) ? local.Value : names.Fresh(local.Key))),
        Aliases = left.Aliases.Where(a => right.Aliases.TryGetValue(a.Key, out var other) && other.Equals(a.Value))
            .Aggregate(left.Aliases.Clear(), (all, alias) => all.Add(alias.Key, alias.Value)),
        Heap = left.Heap.Keys.Union(right.Heap.Keys).Aggregate(left.Heap, (all, field) =>
            left.Heap.TryGetValue(field, out var a) && right.Heap.TryGetValue(field, out var b) && ReferenceEquals(a, b)
                ? all : all.SetItem(field, names.FreshHeap(field))),

        // At entry the catalogue held on both paths.
        Consistent = ReferenceEquals(left.Consistent, right.Consistent) ? left.Consistent : left.Consistent.Clear(),
    };
}
