using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vm.Cli.Tests;

[Collection(WholeProof.Name)]
public class ProveTests
{
    [Fact]
    public void Prove_ShippedComponent_ProvesEveryObligationItLists()
    {
        var result = Cli.Run("prove");

        Assert.Equal(0, result.ExitCode);
        var tally = Regex.Match(result.LastLine, @"^(\d+) proved, 0 refuted, 0 unknown with Z3 \d");
        Assert.True(tally.Success, result.LastLine);
        Assert.Equal(tally.Groups[1].Value, Regex.Count(result.Output, "^  proved  ", RegexOptions.Multiline).ToString());
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
    }

    /// <summary>In this class, so that the whole proof is known from the other test or the other way round.</summary>
    [Fact]
    public void Prove_InThreeParts_IsTheWholeAndEqualWork()
    {
        using var folder = new TemporaryFolder();
        string[] parts = [.. Enumerable.Range(1, 3).Select(part => Path.Combine(folder.Path, $"{part}.json"))];
        for (var part = 1; part <= 3; part++) Assert.Equal(0, Cli.Run("prove", "--no-cache", "--shard", $"{part}/3", "--out", parts[part - 1]).ExitCode);

        var merged = Cli.Run(["prove", "--merge", .. parts]);
        var whole = Cli.Run("prove");

        Assert.Equal(0, merged.ExitCode);
        Assert.Equal(whole.LastLine, merged.LastLine);
        Assert.Equal(Lines(whole).Skip(1), Lines(merged));
        var work = Regex.Match(merged.Error, @"the largest has (\d+\.\d\d) times the smallest");
        Assert.True(work.Success && double.Parse(work.Groups[1].Value, CultureInfo.InvariantCulture) <= 1.3, merged.Error);

        // Which obligations were known before differs; nothing else does.
        static IEnumerable<string> Lines(CliResult result) =>
            result.Output.Split('\n').Where(line => !line.StartsWith("asked of the solver: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Prove_Json_NamesEachObligation()
    {
        var report = JsonDocument.Parse(Cli.Run("prove", "--operation", "Remove", "--format", "json").Output).RootElement;
        var obligations = report.GetProperty("obligations").EnumerateArray().ToList();

        Assert.NotEmpty(obligations);
        Assert.Equal(obligations.Count, report.GetProperty("proved").GetInt32());
        Assert.All(obligations, obligation =>
        {
            Assert.Equal("Remove", obligation.GetProperty("operation").GetString());
            Assert.Equal("proved", obligation.GetProperty("outcome").GetString());
            Assert.NotEqual("", obligation.GetProperty("clause").GetString());
            Assert.StartsWith("Vm.Impl/Resident/", obligation.GetProperty("place").GetProperty("file").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Prove_MutantsOfAnOperation_AreAllNoticed()
    {
        var result = Cli.Run("prove", "--mutants", "--operation", "ReleaseFictitious");

        Assert.Equal(0, result.ExitCode);
        var tally = Regex.Match(result.LastLine, @"^(\d+) mutants, (\d+) refuted, (\d+) equal, (\d+) listed, 0 survived$");
        Assert.True(tally.Success, result.LastLine);
        Assert.Equal(
            int.Parse(tally.Groups[1].Value),
            Regex.Count(result.Output, "^  (refuted|equal  |listed )  ReleaseFictitious: .* => ", RegexOptions.Multiline));
        Assert.Contains("a run of ReleaseFictitious breaks", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_MutantsOfNoBody_IsWrongUsage() =>
        Cli.Run("prove", "--mutants", "--operation", "Nothing").ShouldRefuse(2, "no body Nothing", "ReleaseFictitious");
}
