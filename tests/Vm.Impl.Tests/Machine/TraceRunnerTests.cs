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

    static TraceReport RunWith(string trace, PagingMode paging, int frames = 64) =>
        TraceRunner.Run(new Truth(trace).TraceFile, new RunOptions { Frames = frames, Mode = Checking.Contracts, Paging = paging });

    [Theory]
    [InlineData("ls", PagingMode.I386)]
    [InlineData("ls", PagingMode.Pae)]
    [InlineData("gzip", PagingMode.I386)]
    [InlineData("gzip", PagingMode.Pae)]
    public void Run_OtherPagingModes_FaultTheSame(string trace, PagingMode paging)
    {
        var (one, other) = (RunWith(trace, PagingMode.X86_64), RunWith(trace, paging));
        Assert.Equal(
            (one.PageFaults, one.ZeroFills, one.Pageins, one.DirtyEvictions, one.CleanEvictions, one.LoadsChecked),
            (other.PageFaults, other.ZeroFills, other.Pageins, other.DirtyEvictions, other.CleanEvictions, other.LoadsChecked));
        Assert.Equal(0, other.MinorFaults);
        Assert.Equal("intact", other.Invariants);
        Assert.InRange(other.TablePages, 2, one.TablePages);
    }

    /// <summary>Several programs, forks, shared text and wired pages at once: what the programs see is the same in every mode.</summary>
    [Theory]
    [InlineData(PagingMode.I386)]
    [InlineData(PagingMode.Pae)]
    [InlineData(PagingMode.X86_64)]
    public void Run_TwoForkedPrograms_KeepTheirContents(PagingMode paging)
    {
        using var trace = RandomTrace();
        using var other = RandomTrace(seed: 2, fetches: true);
        var report = TraceRunner.Run(
            [trace.File, other.File, other.File], new RunOptions { Frames = 24, Paging = paging, CheckEvery = 7, ForkAfter = 300, SharesText = true, Wire = 2 });

        Assert.Equal(6, report.Tasks);
        Assert.Equal(3 * 2 * 1000 - 3 * 300, report.RecordsTotal);
        Assert.Equal(6, report.WiredPages);
        Assert.True(report.Copies > 20);
        Assert.True(report.Pageins > 100);
        Assert.Equal(report.PageReferences + report.PageFaults + report.MinorFaults, report.TlbHits + report.TlbMisses);
        Assert.Equal("intact", report.Invariants);
    }

    /// <summary>Who runs where changes the translations that are remembered, and nothing else.</summary>
    [Fact]
    public void Run_SeveralProcessors_FaultLikeOne()
    {
        using var trace = RandomTrace();
        TraceReport Run(int processors) => TraceRunner.Run(
            [trace.File, trace.File], new RunOptions { Frames = 64, Mode = Checking.Contracts, ForkAfter = 300, Processors = processors });
        var (one, three) = (Run(1), Run(3));
        Assert.Equal(
            (one.PageFaults, one.MinorFaults, one.Copies, one.DirtyEvictions, one.CleanEvictions),
            (three.PageFaults, three.MinorFaults, three.Copies, three.DirtyEvictions, three.CleanEvictions));
        Assert.True(three.TlbHits > one.TlbHits);
    }

    [Fact]
    public void Run_TasksOfTheSameText_TakeItInOnce()
    {
        using var trace = RandomTrace(fetches: true);
        TraceReport Run(bool shares) => TraceRunner.Run([trace.File, trace.File], new RunOptions { Frames = 64, SharesText = shares });
        var (apart, together) = (Run(false), Run(true));
        Assert.Equal(apart.PageFaults - 5, together.PageFaults);
        Assert.Equal((0, 10), (apart.Pageins + apart.MinorFaults, together.Pageins + together.MinorFaults));
    }

    [Fact]
    public void Run_History_IsSampledEvenlyToTheEnd()
    {
        var report = TraceRunner.Run(new Truth("ls").TraceFile, new RunOptions { Frames = 64, Mode = Checking.Off });
        Assert.InRange(report.History.Count, 250, 520);
        Assert.Equal(report.RecordsTotal, report.History[^1].Records);
        Assert.Equal(report.PageFaults, report.History[^1].Faults);
        Assert.Equal(report.History.Select(sample => sample.Records).Order(), report.History.Select(sample => sample.Records));
        Assert.All(report.History, sample => Assert.Equal(64, sample.Resident + sample.Free));
        Assert.All(report.History, sample => Assert.Equal(sample.Resident, sample.Active + sample.Inactive));
    }

    [Theory]
    [InlineData(3, 10, 0, "forked")]
    [InlineData(64, 0, 64, "wired")]
    [InlineData(64, 0, int.MaxValue, "wired")]
    [InlineData(int.MaxValue, 0, 0, "at most")]
    [InlineData(260_000, 1, 200_000, "more memory")]
    public void Run_ImpossibleTogether_IsRefused(int frames, int fork, int wire, string why) => Assert.Contains(
        why,
        Assert.Throws<ArgumentOutOfRangeException>(() => TraceRunner.Run(
            new Truth("ls").TraceFile, new RunOptions { Frames = frames, ForkAfter = fork, Wire = wire })).Message,
        StringComparison.Ordinal);

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

    /// <summary>Loads and stores on 20 pages and, if asked for, fetches on five others.</summary>
    static TemporaryTrace RandomTrace(int seed = 1, bool fetches = false)
    {
        var random = new Random(seed);
        return new TemporaryTrace(string.Concat(Enumerable.Range(0, 1000).Select(i => fetches && i % 2 == 0
            ? $"I  {(32 + (i / 2 % 5)) << 12:x8},4\n"
            : $" {"LS"[random.Next(2)]} {random.Next(20) << 12:x8},8\n")));
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
