using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vm.Cli.Tests;

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
    public void Prove_Mutants_RefutesEachWithAnExecutedCounterexample()
    {
        var result = Cli.Run("prove", "--mutants", "--format", "json");
        var mutants = JsonDocument.Parse(result.Output).RootElement.GetProperty("mutants").EnumerateArray().ToList();

        Assert.Equal(0, result.ExitCode);
        Assert.True(mutants.Count >= 4);
        Assert.All(mutants, mutant => Assert.True(
            mutant.GetProperty("refutation").GetProperty("counterexample").GetProperty("executed").GetBoolean()));
    }
}
