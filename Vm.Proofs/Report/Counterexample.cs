using System.Text.Json.Serialization;

namespace Vm.Proofs;

/// <summary>A small state in which the solver sees a clause broken.</summary>
/// <param name="Executed">
/// The real component was run from the state and stopped at the clause. Otherwise this is only a candidate.
/// </param>
/// <param name="ViolatedClause">The clause that the run stopped at, or that the solver expects to break.</param>
/// <param name="Table">The entry state as a table, and below each row what the operation changed.</param>
/// <param name="Note">What the run showed, or why there was none.</param>
public sealed record Counterexample(bool Executed, string ViolatedClause, string Table, string Note)
{
    /// <summary>The same tables, for programs.</summary>
    public IReadOnlyList<StateRows> Tables { get; init; } = [];

    /// <summary>The statements of the run up to where the clause breaks; of a long one the last. None for a candidate.</summary>
    public IReadOnlyList<RunStep> Steps { get; init; } = [];

    /// <summary>
    /// Whether the component's own checks stop it at the clause. They do not see that a place is used without its lock, which a run of the
    /// body by the interpreter shows.
    /// </summary>
    [JsonIgnore]
    public bool StopsTheComponent { get; init; } = Executed;

    /// <summary>The means to run it again; null where it was not run.</summary>
    [JsonIgnore]
    public Reproduction? Reproduction { get; init; }
}
