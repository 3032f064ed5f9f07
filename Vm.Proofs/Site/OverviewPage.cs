using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>What the proof came to, and a line for each operation.</summary>
static class OverviewPage
{
    public static SitePage Of(ProofReport report, LifeCycleReport life) => new("index.html", "Overview", Html.Of($"""
        <p>Every obligation was made from the code that runs, for any number of rows. {(report.Count(Outcome.Proved) == report.Results.Count ? "All are proved." : "Not all are proved.")}</p>
        <dl class="tiles">
        {Enum.GetValues<Outcome>().Where(outcome => outcome <= Outcome.Unknown || report.Count(outcome) > 0).Select(outcome => Tile(Words.Of(outcome), Words.Of(report.Count(outcome))))}
        {Tile("operations, structs, lemmas", Words.Of(report.Results.Select(result => result.Obligation.Operation).Distinct().Count()))}
        {Tile("taken on trust", Words.Of(report.Trusted.Count))}
        {Tile("stages of life", Words.Of(life.States.Count))}
        </dl>
        {Pieces.Table("Operations", ["operation", "obligations", "outcome"], report.Results.GroupBy(result => result.Obligation.Operation).Select(Row))}
        <p class="small">Solver: {report.Solver.Name} {report.Solver.Version}. Representation: version {report.IrVersion}, hash <code>{report.IrHash}</code>. {Words.Evidence(report)}.</p>
        """));

    static Html Tile(string name, string value) => Html.Of($"<div><dt>{name}</dt><dd>{value}</dd></div>");

    static Html Row(IGrouping<string, ObligationResult> operation) => Pieces.Row(
        Html.Of($"<a href=\"{Pieces.PageOf(operation.Key)}\">{operation.Key}</a>"), Pieces.Text(operation.Count()), Pieces.Marks(operation));
}
