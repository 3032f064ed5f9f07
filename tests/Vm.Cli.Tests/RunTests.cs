using System.Text.Json;
using Vm.Cli.Reports;

namespace Vm.Cli.Tests;

public class RunTests
{
    static readonly string[] countedAlike =
        ["records", "records_total", "page_references", "distinct_pages", "distinct_pages_written"];

    [Theory]
    [InlineData("ls")]
    [InlineData("gzip")]
    public void Run_EnoughFrames_CountsAsTheTruth(string trace)
    {
        var report = Json("run", TestData.Trace(trace), "--frames", "1024");
        var truth = TestData.Truth(trace);

        foreach (var key in countedAlike)
            Assert.Equal(Canonical(truth.GetProperty(key)), Canonical(report.GetProperty(key)));
        Assert.Equal(truth.GetProperty("distinct_pages").GetInt64(), report.GetProperty("page_faults").GetInt64());
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("gzip")]
    public void Run_FewFrames_FaultsBetweenTheBestPolicyAndAWorseFifo(string trace)
    {
        var faults = Json("run", TestData.Trace(trace), "--frames", "64").GetProperty("page_faults").GetInt64();
        var truth = TestData.Truth(trace);

        Assert.InRange(faults,
            truth.GetProperty("opt").GetProperty("64").GetProperty("faults").GetInt64(),
            truth.GetProperty("fifo").GetProperty("64").GetProperty("faults").GetInt64() * 13 / 10);
    }

    [Fact]
    public void Run_Text_IsPlainAndSaysThatTheInvariantsHold()
    {
        var result = Cli.Run("run", TestData.Trace("ls"), "--mode", "contracts");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("page faults", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
        Assert.Empty(result.Error);
    }

    static JsonElement Json(params string[] args)
    {
        var result = Cli.Run([.. args, "--format", "json"]);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        return JsonDocument.Parse(result.Output).RootElement;
    }

    static string Canonical(JsonElement value) => JsonSerializer.Serialize(value);

    [Fact]
    public void Run_WithLocks_PrintsTheirOrderWithoutACycle()
    {
        var result = Cli.Run("run", TestData.Trace("ls"), "--frames", "64", "--check-every", "1000", "--locks");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("order of locks: Object, PageQueues, ", result.Output, StringComparison.Ordinal);
        Assert.Matches("Object -> PageQueues +first in \\w+, \\w+[.]cs\\(", result.Output);
        Assert.Equal("no cycle", result.LastLine);
    }

    /// <summary>The must-fail twin.</summary>
    [Fact]
    public void LockOrder_TakenInACircle_IsTold() => Assert.Equal(
        "a cycle: Object, PageQueues",
        LockOrderText.Lines([new("Object", "PageQueues", "  here"), new("PageQueues", "Object", "  there")]).Last());
}
