using System.Collections.Immutable;
using Vm.Proofs.Locks;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>The values of everything at a point of a body, as terms over the entry state.</summary>
/// <param name="Values">By name, see <see cref="Names"/>.</param>
/// <param name="Path">What is known because this point was reached.</param>
sealed record SymbolicState(ImmutableSortedDictionary<string, Term> Values, Term Path)
{
    /// <summary>What is held and owned.</summary>
    public LockSets Locks { get; init; } = LockSets.None;

    public Term this[string name] =>
        Values.TryGetValue(name, out var value) ? value : throw new ComponentException($"{name} has no value here");

    public SymbolicState With(string name, Term value) => this with { Values = Values.SetItem(name, value) };
}

/// <summary>Names under which a <see cref="SymbolicState"/> keeps values. Each is also the family of its constants.</summary>
static class Names
{
    public static string Field(string table, string field) => $"{table}.{field}";

    public static string Global(string name) => $"global:{name}";

    public static string Ghost(string set) => $"ghost:{set}";

    public static string Rank(string list) => $"rank:{list}";

    /// <summary>The rank that the next member of the list will get.</summary>
    public static string Tick(string list) => $"tick:{list}";

    public static string Count(int cardinality) => $"count:{cardinality}";

    /// <summary>The number of rows of a table.</summary>
    public static string Size(string table) => $"size:{table}";

    /// <summary>A local of one call of a body.</summary>
    public static string Local(int frame, string name) => $"local:{frame}:{name}";
}
