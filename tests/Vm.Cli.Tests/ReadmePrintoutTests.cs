using System.Text.RegularExpressions;

namespace Vm.Cli.Tests;

/// <summary>What the README shows of <c>./vm</c>.</summary>
[Collection(WholeProof.Name)]
public class ReadmePrintoutTests
{
    const string LeftOut = "...";

    [Fact]
    public void MainJob_EachLineThatTheReadmeShows_IsPrintedInThatOrder()
    {
        var shown = Regex.Match(File.ReadAllText(Path.Combine(TestData.Root, "README.md")), @"^```\n(Proved from the code.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
        var lines = Words(shown.Groups[1].Value).Where(line => line != LeftOut).ToList();
        Assert.NotEmpty(lines);

        var run = Cli.Run();
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(lines, Words(run.Output).Where(lines.Contains));
    }

    /// <summary>The lines that are not empty, without their columns' widths.</summary>
    static IEnumerable<string> Words(string text) =>
        text.Split('\n').Select(line => Regex.Replace(line, " +", " ").Trim()).Where(line => line.Length > 0);
}
