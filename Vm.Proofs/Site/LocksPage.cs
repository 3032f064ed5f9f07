using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>The locks of all operations, and which are taken while which are held.</summary>
static class LocksPage
{
    const int Step = 64, Left = 24, BoxWidth = 150, BoxHeight = 36;

    public static SitePage Of(LockTable table)
    {
        var edges = Edges(table);
        return new("locks.html", "Locks", Html.Of($"""
            <p>From the contracts; that the bodies do what they say is proved and checked by the analyzer. Order, outermost first: {Pieces.Listed(table.Order)}.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Drawing of the order of locks">
            {Drawing(table.Order, edges)}
            </div>
            {Pieces.Table("Taken while held", ["held", "taken", "by"], edges.Select(edge => Pieces.Row(Pieces.Text(edge.Outer), Pieces.Text(edge.Inner), Pieces.Text(Pieces.Listed(edge.Operations)))))}
            {Pieces.Table("Locks of the operations", ["operation", "needs", "not held", "takes", "on return", "own rows", "called under"], table.Operations.Select(operation => Row(operation, table)))}
            {table.Operations.Where(operation => operation.Unlocked is not null).Select(operation => Html.Of($"<p><code>{operation.Operation}</code> uses guarded places without their locks: {operation.Unlocked}.</p>"))}
            """));
    }

    static List<(string Outer, string Inner, IReadOnlyList<string> Operations)> Edges(LockTable table) =>
        [.. from outer in table.Order
            from inner in table.Order
            let operations = table.Operations
                .Where(operation => operation.Takes.Contains(inner) && operation.Needs.Any(needed => needed == outer || needed.StartsWith(outer + " ", StringComparison.Ordinal)))
                .Select(operation => operation.Operation).ToList()
            where operations.Count > 0
            select (outer, inner, (IReadOnlyList<string>)operations)];

    static Html Row(OperationLocks operation, LockTable table) => Pieces.Row(
        LockTableText.Cells(operation, table).Select((cell, i) => i == 0 ? Html.Of($"<code>{cell}</code>") : Pieces.Text(cell)));

    static Html Drawing(IReadOnlyList<string> order, IReadOnlyList<(string Outer, string Inner, IReadOnlyList<string> Operations)> edges)
    {
        var ranks = order.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        var height = (Step * order.Count) + 10;
        return Html.Of($"""
            <svg class="order" viewBox="0 0 520 {height}" role="img" aria-label="Which lock is taken while which is held; the table below says the same">
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
            {edges.Select(edge => Arrow(edge.Outer, edge.Inner, ranks[edge.Outer], ranks[edge.Inner], edge.Operations))}
            {order.Select((name, i) => Html.Of($"<rect x=\"{Left}\" y=\"{Y(i) - (BoxHeight / 2)}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"8\"/><text x=\"{Left + (BoxWidth / 2)}\" y=\"{Y(i) + 4}\">{name}</text>"))}
            </svg>
            """);
    }

    static Html Arrow(string outer, string inner, int from, int to, IReadOnlyList<string> operations)
    {
        const int x = Left + BoxWidth;
        var reach = x + 20 + (62 * Math.Abs(to - from));
        return Html.Of($"<path class=\"step\" marker-end=\"url(#tip)\" d=\"M{x} {Y(from)} C{reach} {Y(from)} {reach} {Y(to)} {x + 3} {Y(to)}\"><title>{outer}, then {inner}: {Pieces.Listed(operations)}</title></path>");
    }

    static int Y(int rank) => (Step * rank) + 30;
}
