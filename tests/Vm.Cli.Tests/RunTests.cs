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

    [Theory]
    [InlineData("i386")]
    [InlineData("pae")]
    [InlineData("x86_64")]
    public void Run_InAPagingMode_CountsAsInEveryOther(string mode)
    {
        var report = Json("run", TestData.Trace("gzip"), "--frames", "64", "--mode", mode, "--mode", "contracts");
        Assert.Equal((mode, "contracts"), (report.GetProperty("paging").GetString(), report.GetProperty("mode").GetString()));
        Assert.Equal((317, 254), (report.GetProperty("page_faults").GetInt32(),
            report.GetProperty("dirty_evictions").GetInt32() + report.GetProperty("clean_evictions").GetInt32()));
    }

    [Fact]
    public void Run_SeveralTraces_TakeTurns()
    {
        var report = Json(
            "run", TestData.Trace("ls"), TestData.Trace("ls"), "--frames", "64", "--mode", "off", "--fork", "200000", "--share-text", "--wire", "4");
        Assert.Equal(4, report.GetProperty("tasks").GetInt32());
        Assert.Equal((4 * 1_012_922) - (2 * 200_000), report.GetProperty("records_total").GetInt32());
        Assert.Equal(8, report.GetProperty("wired_pages").GetInt32());
        Assert.True(report.GetProperty("copies").GetInt32() > 0);
        Assert.Equal("intact", report.GetProperty("invariants").GetString());
    }

    [Fact]
    public void Run_ForkWithTooFewFrames_IsRefused() =>
        Cli.Run("run", TestData.Trace("ls"), "--frames", "2", "--fork", "10").ShouldRefuse(2, "at least 4 frames");

    [Fact]
    public void Run_WithDump_WritesTheMachine()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"vm-{Guid.NewGuid():n}");
        try
        {
            Assert.Equal(0, Cli.Run("run", TestData.Trace("ls"), "--mode", "off", "--dump", folder).ExitCode);
            Assert.Equal(
                ["mappings.csv", "memory.img", "regs.json"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal("va,pa,size,flags,eff", File.ReadLines(Path.Combine(folder, "mappings.csv")).First());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Run_DumpThatIsTooLarge_IsRefused() =>
        Cli.Run("run", TestData.Trace("ls"), "--frames", "20000", "--dump", "never").ShouldRefuse(2, "at most 64 MiB", "fewer frames");

    [Fact]
    public void Run_DumpIntoAFile_IsRefused() =>
        Cli.Run("run", TestData.Trace("ls"), "--dump", TestData.Trace("ls")).ShouldRefuse(2, "--dump");

    /// <summary>The must-fail twin.</summary>
    [Fact]
    public void LockOrder_TakenInACircle_IsTold() => Assert.Equal(
        "a cycle: Object, PageQueues",
        LockOrderText.Lines([new("Object", "PageQueues", "  here"), new("PageQueues", "Object", "  there")]).Last());
}
