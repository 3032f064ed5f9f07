using System.Text.RegularExpressions;

namespace Vm.Documentation.Tests;

/// <summary>The edits of <c>docs/edit-tests.md</c> can still be made, and its output quotes the sources as they are.</summary>
public sealed partial class EditsPageTests
{
    static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "edit-tests.md"));

    [Fact]
    public void Edits_OfThePage_StandOnceInTheirFiles()
    {
        var edits = Edit().Matches(Page);

        Assert.Equal(3, edits.Count);
        Assert.All(edits, edit => Assert.Single(
            File.ReadLines(Repository.PathOf(edit.Groups["file"].Value)), line => line == edit.Groups["line"].Value));
    }

    [Fact]
    public void Output_OfThePage_QuotesTheSources()
    {
        var quoted = 0;
        (string[] Place, string[] Clause) sources = ([], []);
        foreach (var line in Page.Split('\n'))
        {
            if (Place().Match(line) is { Success: true } place)
                sources = (sources.Clause, File.ReadAllLines(Repository.PathOf(place.Groups["file"].Value)));
            if (Quotation().Match(line) is not { Success: true } quotation) continue;

            var number = int.Parse(quotation.Groups["number"].Value);
            Assert.Contains(
                quotation.Groups["text"].Value,
                new[] { sources.Place, sources.Clause }.Select(source => source.ElementAtOrDefault(number - 1)?.TrimEnd()));
            quoted++;
        }

        Assert.True(quoted > 20, $"{quoted} lines are quoted");
    }

    [GeneratedRegex(@"^`(?<file>Vm\.Impl/\S+\.cs)`.*?^-(?<line>[^\n]*)$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Edit();

    [GeneratedRegex(@"^(?<file>Vm\.\S+\.cs)\(\d+,\d+\): ")]
    private static partial Regex Place();

    [GeneratedRegex(@"^ +(?<number>\d+) \| (?<text>.*)$")]
    private static partial Regex Quotation();
}
