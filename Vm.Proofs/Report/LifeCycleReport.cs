namespace Vm.Proofs;

/// <summary>The life of a component's rows: their stages, and the operations that lead from one to another.</summary>
/// <param name="Solver">The solver that answered.</param>
/// <param name="IrHash">Hash of the intermediate representation that the report was made from.</param>
/// <param name="States">The stages.</param>
/// <param name="Partition">What was asked to see that a row is in exactly one stage.</param>
/// <param name="Transitions">The steps that are possible or of which nothing is known; all others are impossible.</param>
/// <param name="Impossible">The number of steps that are.</param>
/// <param name="WallTime">Time from start to end.</param>
public sealed record LifeCycleReport(
    SolverInfo Solver,
    string IrHash,
    IReadOnlyList<AbstractState> States,
    IReadOnlyList<PartitionResult> Partition,
    IReadOnlyList<Transition> Transitions,
    int Impossible,
    TimeSpan WallTime);

/// <summary>A stage in the life of a row, as the specification declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sentence">The stage in words.</param>
public sealed record AbstractState(string Name, string Sentence);

/// <summary>Whether the invariants imply that stages exclude each other, or that they leave no row out.</summary>
/// <param name="Claim">The claim in words.</param>
/// <param name="Outcome">Proved, or how the attempt ended.</param>
public sealed record PartitionResult(string Claim, Outcome Outcome);

/// <summary>A step that an operation takes a row, from a state that satisfies the invariants and its requires clauses.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Row">Which row: a parameter, <c>result</c>, or <c>other</c> for any that is neither.</param>
/// <param name="From">The row's stage at entry.</param>
/// <param name="To">The row's stage at return.</param>
/// <param name="IsPossible">The real code was run and seen to do it. Otherwise nothing is known.</param>
public sealed record Transition(string Operation, string Row, string From, string To, bool IsPossible)
{
    /// <summary>The name for rows that are neither a parameter nor the result.</summary>
    public const string OtherRow = "other";

    /// <summary>The name for the row that the operation returned.</summary>
    public const string ResultRow = "result";
}
