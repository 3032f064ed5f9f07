using System.Text.Json;
using System.Text.Json.Nodes;
using Vm.Machine;

namespace Vm.Tests.Machine;

public sealed class TraceRunnerTests
{
    static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Theory]
    [InlineData("ls")]
    [InlineData("gzip")]
    public void Run_FramesForAllPages_EqualsTheTruth(string trace)
    {
        var truth = new Truth(trace);
        var report = TraceRunner.Run(truth.TraceFile, new RunOptions { Frames = 1024, Mode = Checking.Full });

        string[] shared =
        [
            "records", "records_total", "bytes_accessed", "page_references", "page_crossing_records", "page_crossing_total",
            "distinct_pages", "distinct_pages_fetched", "distinct_pages_read", "distinct_pages_written",
        ];
        var json = JsonSerializer.SerializeToNode(report, SnakeCase)!;
        Assert.All(shared, key => Assert.True(JsonNode.DeepEquals(truth[key], json[key]), $"{key}: {json[key]}"));
        Assert.Equal("full", (string)json["mode"]!);

        Assert.Equal(report.DistinctPages, report.PageFaults);
        Assert.Equal(report.DistinctPages, report.ZeroFills);
        Assert.Equal(0, report.DirtyEvictions + report.CleanEvictions + report.Pageins);
        Assert.Equal("intact", report.Invariants);
        Assert.True(report.ChecksExecuted > report.PageFaults);
    }

    [Theory]
    [InlineData("ls", Checking.Off)]
    [InlineData("ls", Checking.Contracts)]
    [InlineData("ls", Checking.Full)]
    [InlineData("gzip", Checking.Off)]
    [InlineData("gzip", Checking.Contracts)]
    [InlineData("gzip", Checking.Full)]
    public void Run_UnderPressure_FaultsLikeASecondChancePolicy(string trace, Checking mode)
    {
        const int Frames = 64;
        var truth = new Truth(trace);
        var report = TraceRunner.Run(truth.TraceFile, new RunOptions { Frames = Frames, Mode = mode });

        Assert.InRange(report.PageFaults, truth.Faults("opt", Frames), (long)(1.3 * truth.Faults("fifo", Frames)));
        Assert.Equal(report.PageFaults, report.ZeroFills + report.Pageins);

        // A few frames are free at the end: pageout goes on until there is a reserve.
        Assert.InRange(report.DirtyEvictions + report.CleanEvictions, report.PageFaults - Frames, report.PageFaults - Frames + 3);
        Assert.Equal(report.PageReferences + report.PageFaults, report.TlbHits + report.TlbMisses);
        Assert.True(report.Pageins > 0);
    }

    [Fact]
    public void Run_StricterModes_CheckMoreAndFaultTheSame()
    {
        using var trace = RandomTrace();
        var reports = Enum.GetValues<Checking>()
            .Select(mode => TraceRunner.Run(trace.File, new RunOptions { Frames = 8, Mode = mode })).ToList();

        Assert.Single(reports.Select(report => report.PageFaults).Distinct());
        Assert.True(reports[0].ChecksExecuted < reports[1].ChecksExecuted);
        Assert.True(reports[1].ChecksExecuted < reports[2].ChecksExecuted);
    }

    [Fact]
    public void Run_CatalogueCheckedSeldom_ChecksLess()
    {
        using var trace = RandomTrace();
        var always = TraceRunner.Run(trace.File, new RunOptions { Frames = 8 });
        var seldom = TraceRunner.Run(trace.File, new RunOptions { Frames = 8, CheckEvery = 100 });
        Assert.InRange(seldom.ChecksExecuted, 1, always.ChecksExecuted - 1);
    }

    /// <summary>Loads and stores on 20 pages.</summary>
    static TemporaryTrace RandomTrace()
    {
        var random = new Random(1);
        return new TemporaryTrace(string.Concat(
            Enumerable.Range(0, 1000).Select(_ => $" {"LS"[random.Next(2)]} {random.Next(20) << 12:x8},8\n")));
    }

    [Fact]
    public void Run_OneFrame_HoldsOnePageAfterTheOther()
    {
        using var trace = new TemporaryTrace(" S 00001ffc,8\n L 00001ffc,8\n");
        var report = TraceRunner.Run(trace.File, new RunOptions { Frames = 1 });

        Assert.Equal((4, 2, 2), (report.PageFaults, report.ZeroFills, report.Pageins));
        Assert.Equal((2, 1), (report.DirtyEvictions, report.CleanEvictions));
    }

    [Fact]
    public void Run_WithProgress_TellsItInOrderUpToTheEnd()
    {
        var told = new List<long>();
        var report = TraceRunner.Run(new Truth("ls").TraceFile, new RunOptions { Mode = Checking.Off, Progress = told.Add });

        Assert.True(told.Count > 2);
        Assert.Equal(told.Order(), told);
        Assert.Equal(report.RecordsTotal, told[^1]);
    }

    [Fact]
    public void Run_EmptyTrace_IsRefused()
    {
        using var trace = new TemporaryTrace("==1== nothing\n");
        var refused = Assert.Throws<TraceException>(() => TraceRunner.Run(trace.File, new RunOptions()));
        Assert.Equal((1L, "the trace holds no records"), (refused.Line, refused.Message));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Run_ImpossibleFrames_AreRefused(int frames) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => TraceRunner.Run(new Truth("ls").TraceFile, new RunOptions { Frames = frames }));
}
