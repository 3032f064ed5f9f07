using Vm.Proofs.Commands;

namespace Vm.Proofs.Printing;

/// <summary>
/// What was not proved as workflow commands of GitHub Actions, which shows each at its line of a pull request; the first ten errors and
/// warnings of a step, as its documentation says. Proved obligations are only counted.
/// </summary>
static class GitHubReports
{
    public static void Write(TextWriter output, ProofReport report)
    {
        foreach (var result in report.Results.Where(result => result.Outcome != Outcome.Proved)) output.WriteLine(Command(result));
        output.WriteLine($"{Words.Tally(report)} with {report.Solver}");
    }

    public static void WriteFailure(TextWriter output, Failure failure) => output.WriteLine($"::error title=vm::{Escaped(failure.Message)}");

    static string Command(ObligationResult result)
    {
        var obligation = result.Obligation;
        var (severity, id) = FailureText.SeverityOf(result.Outcome);
        (string Name, string Value)[] properties =
        [
            ("file", obligation.Place.File),
            ("line", $"{obligation.Place.Line}"),
            ("col", $"{obligation.Place.Column}"),
            ("title", $"{id} {obligation.Operation}: {obligation.Clause}"),
        ];
        var shown = obligation.Place.File.Length > 0 ? properties : properties[^1..];
        var text = FailureText.Headline(result) + Environment.NewLine
            + string.Join(Environment.NewLine, FailureText.Findings(result).Prepend($"{obligation.ClausePlace}: the clause {obligation.Clause}"));
        return $"::{severity} {string.Join(',', shown.Select(property => $"{property.Name}={Property(property.Value)}"))}::{Escaped(text)}";
    }

    static string Escaped(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) => Escaped(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
