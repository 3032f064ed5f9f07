namespace Vm.Proofs.Printing;

/// <summary>The locks of all operations as a table in Markdown.</summary>
static class LockTableText
{
    public static IEnumerable<string> Lines(LockTable table)
    {
        yield return $"Order, outermost first: {Listed(table.Order)}.";
        yield return "";
        yield return "| operation | needs | not held | takes | on return | own rows | called under |";
        yield return "|---|---|---|---|---|---|---|";
        foreach (var operation in table.Operations) yield return Row(operation, table);

        yield return "";
        foreach (var operation in table.Operations.Where(operation => operation.Unlocked is not null))
            yield return $"`{operation.Operation}` uses guarded places without their locks: {operation.Unlocked}.";
    }

    static string Row(OperationLocks operation, LockTable table) =>
        $"| {string.Join(" | ", Cells(operation, table).Select((cell, i) => i == 0 ? $"`{cell}`" : cell))} |";

    /// <summary>What the columns say of an operation.</summary>
    public static IReadOnlyList<string> Cells(OperationLocks operation, LockTable table) =>
        [
            operation.Operation,
            Listed(operation.Needs),
            Listed(operation.MustNotHold),
            Listed(operation.Takes),
            Listed([.. operation.ReturnsHolding.Select(held => $"with {held}"), .. operation.Releases.Select(given => $"without {given}")]),
            Listed([
                .. operation.Owns.Select(row => $"owns {row}"),
                .. operation.GivesUp.Select(row => $"gives up {row}"),
                .. operation.ReturnsOwned.Select(row => $"gets {row}"),
            ]),
            operation.CalledUnder.Count == table.Order.Count ? "any" : Listed(operation.CalledUnder),
        ];

    static string Listed(IReadOnlyList<string> words) => words.Count == 0 ? "-" : string.Join(", ", words);
}
