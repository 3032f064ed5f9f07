using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>The proof by operation and clause, to be filtered.</summary>
static class ProofPage
{
    const string TableId = "proof";

    public static SitePage Of(ProofReport report)
    {
        var rows = report.Results
            .GroupBy(result => (result.Obligation.Operation, result.Obligation.Kind, Clause: result.Obligation.Clause.Split('.')[0]))
            .ToList();
        return new("proof.html", "Proof", Html.Of($"""
            <form class="filter" data-filters="{TableId}" role="search" aria-label="Filter the obligations">
            <label>Words <input type="search" name="words" placeholder="for example Insert wire" autocomplete="off"></label>
            <label>Outcome <select name="outcome"><option value="">any</option>{Options(rows.SelectMany(row => row).Select(result => Words.Of(result.Outcome)))}</select></label>
            <label>Kind <select name="kind"><option value="">any</option>{Options(rows.Select(row => row.Key.Kind))}</select></label>
            <button type="reset">Show all</button>
            </form>
            <p role="status" class="small"><span data-shown="{TableId}">{rows.Count}</span> of {rows.Count} lines are shown. A line is a clause that an operation owes, in all its parts and at all places.</p>
            {Pieces.Table("Obligations by operation and clause", ["operation", "clause", "kind", "what holds", "obligations", "outcome"], rows.Select(row => Row(row.Key.Operation, row.Key.Clause, row.Key.Kind, [.. row])), TableId)}
            """));
    }

    static IEnumerable<Html> Options(IEnumerable<string> values) => values.Distinct().Order(StringComparer.Ordinal).Select(value => Html.Of($"<option>{value}</option>"));

    static Html Row(string operation, string clause, string kind, IReadOnlyList<ObligationResult> results)
    {
        var worst = results.Select(result => result.Outcome).OrderBy(outcome => outcome == Outcome.Proved).First();
        var page = Pieces.PageOf(operation);
        return Html.Of($"""
            <tr data-outcome="{Words.Of(worst)}" data-kind="{kind}"><th scope="row"><a href="{page}">{operation}</a></th><td><code>{clause}</code></td><td>{kind}</td><td>{results[0].Obligation.Sentence}</td><td>{results.Count}</td><td>{Pieces.Marks(results)}</td></tr>
            """);
    }
}
