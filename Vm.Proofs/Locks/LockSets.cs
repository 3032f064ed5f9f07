using System.Collections.Immutable;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Locks;

/// <summary>What an operation holds and owns at a point of its body: a set of rows for each lock class, and for each table.</summary>
sealed class LockSets
{
    readonly ImmutableSortedDictionary<string, RowSet> sets;

    LockSets(ImmutableSortedDictionary<string, RowSet> sets) => this.sets = sets;

    public static LockSets None { get; } = new(ImmutableSortedDictionary.Create<string, RowSet>(StringComparer.Ordinal));

    public RowSet this[string name] => sets.GetValueOrDefault(name, RowSet.Empty);

    /// <summary>The rows whose lock of the class is held. A lock of the state stands in row 0.</summary>
    public static string Held(string lockClass) => $"held:{lockClass}";

    /// <summary>The rows that are read as if their lock of the class were held.</summary>
    public static string Reading(string lockClass) => $"reading:{lockClass}";

    /// <summary>The rows of a table that belong to the operation alone.</summary>
    public static string Owned(string table) => $"owned:{table}";

    public LockSets With(string name, Term row, Term isMember) => new(sets.SetItem(name, this[name].With(row, isMember)));

    /// <summary>Puts a row in if a condition is true, and otherwise leaves it as it is.</summary>
    public LockSets Add(string name, Term row, Term condition, TermFactory terms) =>
        With(name, row, terms.Or(condition, this[name].Contains(row, terms)));

    /// <summary>What is owned is no longer known.</summary>
    public LockSets OwningNothing() => new(sets.RemoveRange(sets.Keys.Where(name => name.StartsWith(Owned(""), StringComparison.Ordinal))));

    public static LockSets Choose(Term condition, LockSets whenTrue, LockSets whenFalse) => whenTrue == whenFalse
        ? whenTrue
        : new(whenTrue.sets.Keys.Union(whenFalse.sets.Keys).Aggregate(None.sets, (all, name) =>
            all.SetItem(name, RowSet.Choose(condition, whenTrue[name], whenFalse[name]))));

    /// <summary>That the same locks are held, and the same ones read under.</summary>
    public static Term HoldTheSame(LockSets a, LockSets b, TermFactory terms) => a == b
        ? terms.True
        : terms.And(a.sets.Keys.Union(b.sets.Keys).Where(name => !name.StartsWith(Owned(""), StringComparison.Ordinal))
            .Select(name => RowSet.AreEqual(a[name], b[name], terms)));
}
