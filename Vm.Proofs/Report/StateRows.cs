namespace Vm.Proofs;

/// <summary>A table of a state before and after a run: the rows and fields that matter.</summary>
/// <param name="Name">The table, or <see cref="Scalars"/>.</param>
/// <param name="Columns">The fields.</param>
/// <param name="Rows">The rows.</param>
public sealed record StateRows(string Name, IReadOnlyList<string> Columns, IReadOnlyList<StateRow> Rows)
{
    /// <summary>The name for what is in no table.</summary>
    public const string Scalars = "state";
}

/// <summary>A row before and after a run.</summary>
/// <param name="Row">Its number; empty for scalars.</param>
/// <param name="Cells">A cell for each column.</param>
public sealed record StateRow(string Row, IReadOnlyList<StateCell> Cells);

/// <summary>A value before and after a run. A dot is zero or false, a dash is null.</summary>
/// <param name="Was">The value before.</param>
/// <param name="Now">The value after; null where it is the same.</param>
public sealed record StateCell(string Was, string? Now);
