namespace Vm.Proofs;

/// <summary>One of several parts of a proof, each for a machine of its own.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Count">The number of parts.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>The whole proof.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";
}

/// <summary>What a report is a part of.</summary>
/// <param name="Shard">Which part.</param>
/// <param name="Total">The number of obligations of all parts.</param>
/// <param name="Plan">Hash of all obligations and of who proves which. Parts that do not have the same do not fit together.</param>
/// <param name="Positions">For each result, its place in the whole report, from 0.</param>
public sealed record ReportPart(Shard Shard, int Total, string Plan, IReadOnlyList<int> Positions);
