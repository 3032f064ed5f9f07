using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>A counterexample: its state before and after, and the run between.</summary>
static class CounterexamplePieces
{
    /// <param name="result">An obligation that was not proved.</param>
    /// <param name="level">The level of its heading.</param>
    /// <param name="title">The heading; without it the operation and the clause.</param>
    public static Html Of(ObligationResult result, int level, string? title = null)
    {
        var (obligation, heading) = (result.Obligation, new Html($"h{level}"));
        return Html.Of($"""
            <section class="counterexample">
            <{heading}>{title ?? $"{obligation.Operation}: {obligation.Clause}"}</{heading}>
            <p>{Pieces.Mark(result.Outcome)} {obligation.Kind} <code>{obligation.Clause}</code>: {obligation.Sentence}</p>
            <p class="small">at <code>{obligation.Place}</code>; the clause at <code>{obligation.ClausePlace}</code></p>
            {(result.Note is { Length: > 0 } note ? Html.Of($"<p>{note}</p>") : default)}
            {(result.Counterexample is { } counterexample ? Of(obligation, counterexample) : default)}
            </section>
            """);
    }

    static Html Of(Obligation obligation, Counterexample counterexample) => Html.Of($"""
        <p>Called as <code>{counterexample.Table.Split('\n')[0].TrimEnd()}</code>. A cell with two values shows the one before and the one after; a dot is false or zero, a dash is null.</p>
        {counterexample.Tables.Select(table => State($"{obligation.Operation}, {counterexample.ViolatedClause}", table))}
        {(counterexample.Steps.Count == 0 ? default : Run(counterexample.Steps))}
        """);

    static Html State(string run, StateRows table) => Pieces.Table(
        $"{run}: {table.Name} before and after", table.Columns.Prepend("row"),
        table.Rows.Select(row => Pieces.Row(row.Cells.Select(Cell).Prepend(Pieces.Text(row.Row.Length == 0 ? "-" : row.Row)))));

    static Html Cell(StateCell cell) => cell.Now is null
        ? Pieces.Text(cell.Was)
        : Html.Of($"<del>{cell.Was}</del> <ins>{cell.Now}</ins>");

    static Html Run(IReadOnlyList<RunStep> steps) => Html.Of($"""
        <details>
        <summary>The run, {Words.Count(steps.Count, "statement")}</summary>
        <ol class="run">
        {steps.Select(step => Html.Of($"<li><code>{Statement(step.Place)}</code> <span class=\"small\">{step.Operation}, {step.Place}</span>{step.Changes.Select(change => Html.Of($" <ins>{change}</ins>"))}</li>"))}
        </ol>
        </details>
        """);

    static string Statement(SourcePlace place) => SourceLines.Of(place.File)?.ElementAtOrDefault(place.Line - 1)?.Trim() ?? "";
}
