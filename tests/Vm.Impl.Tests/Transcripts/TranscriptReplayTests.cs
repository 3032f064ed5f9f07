using System.Text.Json;
using Vm.Transcripts;

namespace Vm.Tests.Transcripts;

public sealed class TranscriptReplayTests
{
    public static TheoryData<string> Recordings => new(TranscriptText.Recordings.Select(file => Path.GetFileName(file)));

    static ReplayReport Replay(IEnumerable<string> lines) => TranscriptReplay.Run([TranscriptText.Write(lines)]);

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Run_Recording_Agrees(string name)
    {
        var file = TestData.PathOf(Path.Combine("transcripts", name));

        var report = TranscriptReplay.Run([file]);

        Assert.Empty(report.Differences);
        Assert.True(report.AllAgree);
        Assert.Equal(File.ReadLines(file).Count() - 1, report.Operations);
    }

    [Fact]
    public void Run_ShortTranscript_AgreesAndNamesTheStop()
    {
        var report = Replay(TranscriptText.Short);

        Assert.Empty(report.Differences);
        var stop = Assert.Single(report.Stops);
        Assert.Equal((16, "vm_page_insert", "panic in vm_page_insert: vm_page_insert"), (stop.Line, stop.Operation, stop.Recorded));
        Assert.StartsWith("Insert: NotTabled: ", stop.Detected, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ShortTranscriptAndRecordings_PerformEveryOperation()
    {
        var lines = TranscriptText.Recordings.SelectMany(File.ReadLines).Concat(TranscriptText.Short);
        var performed = lines.Select(line => JsonElement.Parse(line)).Where(line => line.TryGetProperty("op", out _))
            .Select(line => line.GetProperty("op").GetString()!);

        Assert.Empty(ReplayOperations.Names.Except(performed));
    }

    /// <summary>The twin that must fail: whatever is changed in a transcript that agrees, it does not agree any more.</summary>
    [Theory]
    [InlineData(2, "\"result\":\"o1\"", "\"result\":\"o2\"")]
    [InlineData(2, "\"size\":8192,\"alive\"", "\"size\":4096,\"alive\"")]
    [InlineData(2, "\"vm_object_external_count\":1", "\"vm_object_external_count\":2")]
    [InlineData(3, "\"result\":\"p1\"", "\"result\":null")]
    [InlineData(3, "\"memq\":[\"p1\"]", "\"memq\":[]")]
    [InlineData(3, "\"object\":\"o1\",\"external\"", "\"object\":null,\"external\"")]
    [InlineData(3, "selector=2", "selector=1")]
    [InlineData(4, "\"wanted\":true", "\"wanted\":true,\"dirty\":false")]
    [InlineData(5, "\"wakeup p1\"", "")]
    [InlineData(6, "\"events\":[]", "\"events\":[\"wakeup p1\"]")]
    [InlineData(7, "\"page\":\"p2\"", "\"page\":\"p1\"")]
    [InlineData(8, "\"offset\":4096,\"external\"", "\"external\"")]
    [InlineData(8, "\"offset\":4096,\"external\"", "\"offset\":0,\"external\"")]
    [InlineData(8, "[\"p1\",\"p2\"]", "[\"p2\",\"p1\"]")]
    [InlineData(9, ",\"reference\":true", "")]
    [InlineData(9, "\"result\":null", "\"result\":0")]
    [InlineData(10, "\"total\":0", "\"total\":1")]
    [InlineData(12, "\"external\":true", "\"object\":null,\"external\":true")]
    [InlineData(13, "\"dirty\":true}}", "\"dirty\":false}}")]
    [InlineData(13, "[\"p2\",\"dirty\",true]", "[\"p2\",\"dirty\",false]")]
    [InlineData(14, "o1+3", "o1+2")]
    [InlineData(15, "\"frame\":3", "\"frame\":1000")]
    [InlineData(16, "\"panic\":\"vm_page_insert\",\"in\":\"vm_page_insert\"", "\"result\":null,\"changed\":{},\"events\":[]")]
    public void Run_ChangedTranscript_IsNoticed(int line, string text, string replacement)
    {
        var report = Replay(TranscriptText.With(line, text, replacement));

        Assert.Equal((1, 0, line - 1), (report.Files, report.Agree, report.Operations));
        Assert.Equal(line, Assert.Single(report.Differences).Line);
        Assert.Empty(report.Stops);
    }

    /// <summary>A reserved page has no name until it is handed out.</summary>
    [Fact]
    public void Run_ManagedPages_ComeFromTheAllocatorWithTheNextName()
    {
        string[] lines =
        [
            TranscriptText.Header,
            .. Enumerable.Range(0, 4).Select(frame => $$$"""{"i":{{{frame + 1}}},"op":"vm_page_manage","args":{"frame":{{{frame}}}},"result":null,"changed":{},"events":[]}"""),
            """{"i":5,"op":"vm_page_grab_contig","args":{"size":16384,"selector":2},"result":{"first":"p1","last":"p4","count":4},"changed":{},"events":["alloc_pa order=2 selector=2 type=3 -> p1..p4"]}""",
        ];

        Assert.Empty(Replay(lines).Differences);
    }

    [Fact]
    public void Run_ManagedPageThatIsNotReserved_IsAMisuse()
    {
        var lines = TranscriptText.Short[..1].Append("""{"i":1,"op":"vm_page_manage","args":{"frame":1000},"assert":"page->type == VM_PT_RESERVED","in":"vm_page_manage"}""");

        Assert.StartsWith("Manage: IsReserved: ", Assert.Single(Replay(lines).Stops).Detected, StringComparison.Ordinal);
    }

    /// <summary>Here every operation is of one revision.</summary>
    [Fact]
    public void Run_OtherRevisionInTheHeader_IsNoDifference()
    {
        var header = TranscriptText.Header.Replace("\"page_size\"", "\"revision\": \"none\", \"page_size\"", StringComparison.Ordinal);

        Assert.Empty(Replay([header, .. TranscriptText.Short[1..]]).Differences);
    }

    [Fact]
    public void Run_MisuseThatIsNone_IsNoticed()
    {
        var lines = TranscriptText.Short[..4].Append(
            """{"i":4,"op":"vm_page_lookup","args":{"object":"o1","offset":0},"panic":"vm_page_lookup","in":"vm_page_lookup"}""");

        var difference = Assert.Single(Replay(lines).Differences);

        Assert.Equal(["stops: panic in vm_page_lookup: vm_page_lookup"], difference.Expected);
        Assert.Equal(["goes on"], difference.Actual);
    }

    /// <summary>Frames, addresses and the number of buckets follow from the allocator and the hash table.</summary>
    [Theory]
    [InlineData(3, "\"frame\":60", "\"frame\":1999")]
    [InlineData(7, "\"phys_addr\":249856", "\"phys_addr\":4096")]
    [InlineData(10, "\"returned\":2048", "\"returned\":64")]
    [InlineData(11, "\"tabled\":false", "\"tabled\":false,\"offset\":0")]
    public void Run_OtherPolicy_Agrees(int line, string text, string replacement)
    {
        var lines = TranscriptText.With(line, text, replacement);

        // What is left behind in a page that is not tabled is news when it is tabled again.
        if (line == 11) lines[11] = lines[11].Replace("\"external\":true", "\"external\":true,\"offset\":4096", StringComparison.Ordinal);

        Assert.Empty(Replay(lines).Differences);
    }

    [Fact]
    public void Run_SeveralFiles_AreReplayedIndependently()
    {
        var changed = TranscriptText.Write(TranscriptText.With(9, ",\"reference\":true", ""));
        var whole = TranscriptText.Write(TranscriptText.Short);

        var report = TranscriptReplay.Run([changed, whole]);

        Assert.Equal((2, 1, 8 + 15), (report.Files, report.Agree, report.Operations));
        Assert.Equal(changed, Assert.Single(report.Differences).File);
        Assert.Equal(whole, Assert.Single(report.Stops).File);
    }

    [Fact]
    public Task Run_EachKindOfDifference_ShowsOnlyWhatDiffers()
    {
        (int Line, string Text, string Replacement)[] edits =
        [
            (3, "\"result\":\"p1\"", "\"result\":null"),
            (4, "\"assert_wait p1\"", "\"assert_wait o1+3\",\"thread_block\""),
            (8, "[\"p1\",\"p2\"]", "[\"p2\",\"p1\"]"),
            (9, "\"reference\":true", "\"busy\":false"),
            (16, "\"panic\":\"vm_page_insert\",\"in\":\"vm_page_insert\"", "\"result\":null,\"changed\":{},\"events\":[]"),
        ];
        return Verify(string.Join("\n\n", edits.Select(edit => Text(Replay(TranscriptText.With(edit.Line, edit.Text, edit.Replacement))))));

        static string Text(ReplayReport report)
        {
            var difference = Assert.Single(report.Differences);
            return string.Join('\n', [
                $"line {difference.Line}, {difference.Operation}",
                .. difference.Expected.Select(line => $"- {line}"),
                .. difference.Actual.Select(line => $"+ {line}"),
            ]);
        }
    }
}
