using System.Text.RegularExpressions;
using Vm.Cli.Reports;
using Vm.Proofs;
using Vm.Proofs.Printing;
using Vm.Transcripts;

namespace Vm.Cli.Tests;

/// <summary>
/// The original's operations that break the specification: refuted, and their counterexamples as transcripts that stop the component as
/// written and not the repaired one.
/// </summary>
public sealed class AsWrittenTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vm-as-written-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Prove_AsWritten_RefutesAllAndWritesTranscriptsThatStopThem()
    {
        var proof = Cli.Run("prove", "--as-written", "--counterexamples", folder.FullName);

        Assert.Equal(0, proof.ExitCode);
        Assert.Equal("8 of 8 operations as written refuted, 0 open", proof.LastLine);
        Assert.Equal(8, folder.GetFiles("*.cs").Length);
        Assert.DoesNotContain("no transcript", proof.Output, StringComparison.Ordinal);
        var transcripts = folder.GetFiles("*.jsonl");
        Assert.Equal(8, transcripts.Length);
        Assert.All(transcripts, transcript =>
        {
            var (operation, clause) = Path.GetFileNameWithoutExtension(transcript.Name).Split('-') is [var o, var c] ? (o, c) : default;
            var asWritten = Cli.Run("replay", "--as-written", transcript.FullName);
            Assert.Equal(0, asWritten.ExitCode);
            Assert.Matches($"here \\w+: {Regex.Escape(clause)}: ", asWritten.Output);
            Assert.DoesNotContain($"here {operation}", Cli.Run("replay", transcript.FullName).Output, StringComparison.Ordinal);
            AgreesWithTheRepairedOneUpToTheLastLine(transcript.FullName);
        });
    }

    /// <summary>Of what an operation breaks, the clause is shown that its finding names; several threads look for them at a time.</summary>
    [Fact]
    public void Prove_AsWrittenOfOneOperation_FindsWhatIsFoundAmongAll()
    {
        string[] shown =
        [
            "ActivateAsWritten-QueueExclusive", "ConvertAsWritten-MustHold(PageQueues)", "ConvertLockedAsWritten-WireCount", "FreeBlockAsWritten-FreePristine",
            "InitAsWritten-IsTemplate", "ManageAsWritten-IsFree", "RenameAsWritten-AbsentIsCounted", "WireAsWritten-WireCount",
        ];
        var (all, one) = (folder.CreateSubdirectory("all"), folder.CreateSubdirectory("one"));
        Cli.Run("prove", "--as-written", "--counterexamples", all.FullName);
        Cli.Run("prove", "--as-written", "--operation", "RenameAsWritten", "--counterexamples", one.FullName);

        Assert.Equal(shown, all.GetFiles("*.jsonl").Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal));
        Assert.All(one.GetFiles(), file => Assert.Equal(File.ReadAllText(Path.Combine(all.FullName, file.Name)), File.ReadAllText(file.FullName)));
        Assert.Equal(2, one.GetFiles().Length);
    }

    /// <summary>The last operation goes on there, or its contract refuses what the original leaves to its callers.</summary>
    static void AgreesWithTheRepairedOneUpToTheLastLine(string transcript)
    {
        var report = TranscriptReplay.Run([transcript]);

        Assert.Equal(File.ReadLines(transcript).Count() - 1, report.Operations);
        Assert.All(report.Differences, difference => Assert.Equal("goes on", Assert.Single(difference.Actual)));
        Assert.Equal(1, report.Differences.Count + report.Stops.Count);
    }

    /// <summary>The revision tells which of two the original has under one name: the recorded one lacks a lock, and a later one does not.</summary>
    [Fact]
    public void Replay_AsWrittenOfARevision_IsOfThatRevision()
    {
        string[] lines =
        [
            """{"i":1,"op":"vm_page_more_fictitious","args":{},"result":null,"changed":{"pages":{"f1..f5":{"free":true,"fictitious":true}},"globals":{"vm_page_fictitious_count":5}},"events":["kmem_cache_alloc vm_page -> f1","kmem_cache_alloc vm_page -> f2","kmem_cache_alloc vm_page -> f3","kmem_cache_alloc vm_page -> f4","kmem_cache_alloc vm_page -> f5"]}""",
            """{"i":2,"op":"object_create","args":{"internal":true,"size":0},"result":"o1","changed":{"objects":{"o1":{"internal":true,"alive":true}}},"events":[]}""",
            """{"i":3,"op":"vm_page_grab_fictitious","args":{},"result":"f5","changed":{"pages":{"f5":{"free":false}},"globals":{"vm_page_fictitious_count":4}},"events":[]}""",
            """{"i":4,"op":"vm_page_insert","args":{"mem":"f5","object":"o1","offset":0},"result":null,"changed":{"pages":{"f5":{"object":"o1","offset":0,"tabled":true}},"objects":{"o1":{"resident_page_count":1,"memq":["f5"]}}},"events":[]}""",
            """{"i":5,"op":"vm_page_convert","args":{"mem":"f5"},"assert":"MustHold(PageQueues)","in":"vm_page_convert"}""",
        ];

        Assert.Contains("here Remove: MustHold(PageQueues): ", Replay("\"revision\":\"b5096e00\","), StringComparison.Ordinal);
        Assert.Contains("+ goes on", Replay("\"revision\":\"970604df\","), StringComparison.Ordinal);
        Assert.Contains("+ goes on", Replay(""), StringComparison.Ordinal);

        string Replay(string revision)
        {
            var file = Path.Combine(folder.FullName, "convert.jsonl");
            var header = $$"""{"transcript":1,{{revision}}"page_size":4096,"segments":[{"start_frame":0,"end_frame":2048,"heap_start_frame":4}]}""";
            File.WriteAllLines(file, [header, .. lines]);
            return Cli.Run("replay", "--as-written", file).Output;
        }
    }

    [Theory]
    [InlineData("--as-written")]
    [InlineData(null)]
    public void Replay_FrameThatIsNotThere_IsWrongUse(string? asWritten)
    {
        var file = Path.Combine(folder.FullName, "frame.jsonl");
        File.WriteAllLines(file,
        [
            """{"transcript":1,"page_size":4096,"segments":[{"start_frame":0,"end_frame":2048,"heap_start_frame":4}]}""",
            """{"i":1,"op":"vm_page_manage","args":{"frame":2048},"result":null,"changed":{},"events":[]}""",
        ]);
        var result = Cli.Run([.. new[] { "replay", asWritten, file }.OfType<string>()]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"{file}(2): error: args.frame is 2048; expected a frame", result.Error, StringComparison.Ordinal);
    }

    /// <summary>The must-fail twin: what is not refuted is told to be open.</summary>
    [Fact]
    public void WriteText_OperationWithoutACounterexample_IsOpen()
    {
        var output = new StringWriter();
        AsWrittenReports.WriteText(
            new Screen(output, TextWriter.Null), [new("Slip", "does too little", new SourcePlace("Slip.cs", 3, 5), Refuted: false, null)], []);

        Assert.Contains("warning VM1009", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("0 of 1 operation as written refuted, 1 open", output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_AsWrittenOfARepairedOperation_IsWrongUse()
    {
        var result = Cli.Run("prove", "--as-written", "--operation", "Remove");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no Remove as written", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_AsWrittenOfNoTranscript_IsWrongUse()
    {
        var file = Path.Combine(folder.FullName, "empty.jsonl");
        File.WriteAllText(file, "");
        var result = Cli.Run("replay", "--as-written", file);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"{file}", result.Error, StringComparison.Ordinal);
    }
}
