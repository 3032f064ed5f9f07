using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>For each operation its contract beside its body, and at each line what is owed there.</summary>
static class OperationPages
{
    public static IEnumerable<SitePage> Of(Component component, ProofReport report) => report.Results
        .GroupBy(result => result.Obligation.Operation)
        .Select(operation => Of(component, operation.Key, [.. operation]));

    static SitePage Of(Component component, string operation, IReadOnlyList<ObligationResult> results)
    {
        var contract = component.Program.Operations.FirstOrDefault(item => item.Name == operation)?.Contract;
        var body = contract is null ? results[0].Obligation.Place : component.Program.PlaceOf(operation);
        var spec = contract is null ? SourcePlace.None : component.Program.PlaceOf(contract);
        var open = results.Where(result => result.Outcome != Outcome.Proved).ToList();
        return new(Pieces.PageOf(operation), operation, Html.Of($"""
            <p>{Pieces.Marks(results)}</p>
            {open.Select(result => CounterexamplePieces.Of(result, 2))}
            <div class="beside">
            {(contract is null ? default : Source(spec, "Contract", results, result => result.Obligation.ClausePlace))}
            {Source(body, contract is null ? "Source" : "Body", results, result => result.Obligation.Place)}
            </div>
            """), InMenu: false);
    }

    static Html Source(SourcePlace place, string title, IReadOnlyList<ObligationResult> results, Func<ObligationResult, SourcePlace> at)
    {
        var owed = results.Where(result => at(result).File == place.File).ToLookup(result => at(result).Line);
        var lines = SourceLines.Of(place.File);
        return Html.Of($"""
            <section aria-label="{title}">
            <h2>{title}</h2>
            <p class="small"><code>{place.File}</code></p>
            <div class="code" tabindex="0" role="region" aria-label="{title}: source">
            {(lines is null ? Html.Of($"<p>The sources are not at hand.</p>") : Html.Join(lines.Select((line, i) => Line(i + 1, line, [.. owed[i + 1]]))))}
            </div>
            </section>
            """);
    }

    static Html Line(int number, string line, IReadOnlyList<ObligationResult> owed) => Html.Of(
        $"<div class=\"line{(owed.Count > 0 ? " owes" : "")}\"><span class=\"number\">{number}</span><code>{(line.Length == 0 ? " " : line)}</code></div>{(owed.Count == 0 ? default : Owed(number, owed))}");

    static Html Owed(int number, IReadOnlyList<ObligationResult> owed) => Html.Of($"""
        <details{(owed.Any(result => result.Outcome != Outcome.Proved) ? new Html(" open") : default)}>
        <summary>line {number}: {Pieces.Marks(owed)}</summary>
        <ul>
        {owed.GroupBy(result => (result.Obligation.Kind, result.Obligation.Clause, result.Outcome)).Select(same => Html.Of($"<li>{Pieces.Mark(same.Key.Outcome)} {same.Key.Kind} <code>{same.Key.Clause}</code>: {same.First().Obligation.Sentence}{(same.Count() > 1 ? $", {same.Count()} times" : "")}</li>"))}
        </ul>
        </details>
        """);
}
