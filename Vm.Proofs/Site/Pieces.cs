using Vm.Proofs.Export;
using Vm.Proofs.Printing;

namespace Vm.Proofs.Site;

/// <summary>Pieces that several pages are made of.</summary>
static class Pieces
{
    /// <summary>A table that scrolls by itself where it is wider than the screen, and can be scrolled with the keyboard.</summary>
    public static Html Table(string caption, IEnumerable<string> columns, IEnumerable<Html> rows, string id = "") => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{caption}">
        <table{(id.Length > 0 ? Html.Of($" id=\"{id}\"") : default)}>
        <caption>{caption}</caption>
        <thead><tr>{columns.Select(column => Html.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead>
        <tbody>
        {rows}
        </tbody>
        </table>
        </div>
        """);

    public static Html Row(params IEnumerable<Html> cells) => Html.Of($"<tr>{cells.Select((cell, i) => i == 0 ? Html.Of($"<th scope=\"row\">{cell}</th>") : Html.Of($"<td>{cell}</td>"))}</tr>");

    public static Html Text(object? text) => Html.Of($"{text}");

    public static Html Code(object text) => Html.Of($"<code>{text}</code>");

    /// <summary>An outcome as a mark that does not depend on colour.</summary>
    public static Html Mark(Outcome outcome, int count = 0) => Html.Of(
        $"<span class=\"mark {outcome.ToString().ToLowerInvariant()}\">{(outcome == Outcome.Proved ? "✓" : outcome == Outcome.Refuted ? "✗" : "?")} {(count > 0 ? $"{Words.Of(count)} " : "")}{Words.Of(outcome)}</span>");

    /// <summary>How many ended in each way, the worst first.</summary>
    public static Html Marks(IEnumerable<ObligationResult> results) => Html.Join(results
        .GroupBy(result => result.Outcome).OrderBy(group => group.Key == Outcome.Proved).ThenBy(group => group.Key)
        .Select(group => Mark(group.Key, group.Count())));

    /// <summary>Where an operation's page is, from the report's folder.</summary>
    public static string PageOf(string operation) => $"operations/{FileName.Of(operation)}.html";

    public static string Listed(IReadOnlyList<string> words) => words.Count == 0 ? "-" : string.Join(", ", words);
}
