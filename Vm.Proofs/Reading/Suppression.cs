using System.Globalization;

namespace Vm.Proofs.Reading;

/// <summary>A place in the sources that lets a rule of the analyzers pass.</summary>
/// <param name="Means">A pragma or an attribute.</param>
/// <param name="Rule">What it lets pass.</param>
/// <param name="Reason">Why that is right.</param>
sealed record Suppression(string Means, string Rule, string Reason, SourcePlace Place)
{
    /// <param name="text">An assembly's suppressions, in the form of <c>docs/ir.md</c>.</param>
    public static IEnumerable<Suppression> Read(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t') is [var means, var rule, var file, var row, var column, var reason]
            ? new Suppression(means, rule, reason, new(file, Number(row), Number(column)))
            : throw new ComponentException($"this line of the list of suppressions has not six fields: {line}"));

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
