using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Locks;

/// <summary>What the analyzer says of the original's operations, in their own files, is what the pages on findings quote.</summary>
public partial class AsWrittenTests
{
    static readonly Lazy<IReadOnlyList<string>> Said = new(() =>
    [
        .. RealSources.AsWritten(Unmarked).Diagnose()
            .Where(d => d.Id.StartsWith("VM", StringComparison.Ordinal) && d.Location.GetLineSpan().Path.StartsWith("AsWritten/", StringComparison.Ordinal))
            .Select(d => (Place: d.Location.GetLineSpan(), Text: $"error {d.Id}: {d.GetMessage()}"))
            .OrderBy(d => d.Place.Path, StringComparer.Ordinal).ThenBy(d => d.Place.StartLinePosition).ThenBy(d => d.Text, StringComparer.Ordinal)
            .Select(d => $"{Path.GetFileName(d.Place.Path)}({d.Place.StartLinePosition.Line + 1}): {d.Text}"),
    ]);

    [Fact]
    public void Diagnostics_OfTheOriginal_AreThoseThatThePagesQuote()
    {
        var quoted = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Docs", "Findings"), "??-*.md").Order(StringComparer.Ordinal)
            .SelectMany(page => Quoted().Matches(File.ReadAllText(page)).SelectMany(m => m.Groups[1].Value.TrimEnd().Split('\n')))
            .Where(line => line.Contains(": error VM", StringComparison.Ordinal));
        Assert.Equal(Said.Value.Order(StringComparer.Ordinal), quoted.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ConvertAsWritten.cs", true)]
    [InlineData("EnterExternalLaundryAsWritten.cs", true)]
    [InlineData("RenameAsWritten.cs", false)]
    public void Operation_IsReportedIfItsLocksAreWrong(string file, bool isReported) =>
        Assert.Equal(isReported, Said.Value.Any(line => line.StartsWith(file, StringComparison.Ordinal)));

    /// <summary>
    /// The operation as the analyzer judges it: not marked as broken on purpose, and where it is none, because it stops between two looks, made one
    /// with the contract of the one that repairs it. The lines stay.
    /// </summary>
    static string Unmarked(string source) => Mark().Replace(source, "")
        .Replace("public void EnterExternalLaundryAsWritten(", "[Operation(typeof(EnterExternalLaundryContract))] void EnterExternalLaundryAsWrittenBody(", StringComparison.Ordinal)
        .Replace("Interleaving.Step(\"has read the count of external laundry\");", "", StringComparison.Ordinal);

    [GeneratedRegex("(, Mutant[(]\"[^\"]*\"[)])|([[]Mutant[(]\"[^\"]*\"[)][]])")]
    private static partial Regex Mark();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
