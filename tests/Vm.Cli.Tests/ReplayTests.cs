using System.Text;
using System.Text.Json;

namespace Vm.Cli.Tests;

public class ReplayTests
{
    static string Recording => Path.Combine(TestData.Root, "tests", "data", "transcripts", "45-misuse-free-contig-twice.jsonl");

    static string[] Lines => File.ReadAllLines(Recording);

    static string Write(IEnumerable<string> lines) =>
        TestData.Temporary(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>The recording with another value in the line of its first operation.</summary>
    static string Changed()
    {
        var lines = Lines;
        Assert.Contains("\"alive\":true", lines[1], StringComparison.Ordinal);
        lines[1] = lines[1].Replace("\"alive\":true", "\"alive\":false", StringComparison.Ordinal);
        return Write(lines);
    }

    [Fact]
    public void Replay_Recording_Agrees()
    {
        var result = Cli.Run("replay", Recording);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("vm_page_free_contig: panic in vm_page_free_contig: vm_page_free_contig; here ", result.Output, StringComparison.Ordinal);
        Assert.Equal($"{Lines.Length - 1} operations compared, 1 of 1 files agree, 1 misuse detected as recorded", result.LastLine);
    }

    [Fact]
    public void Replay_ChangedRecording_ShowsTheDifferenceAndExitsOne()
    {
        var changed = Changed();

        var result = Cli.Run("replay", changed, Recording);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains($"{changed}(2): error: object_create is not as recorded\n  - o1.alive = false\n  + o1.alive = true\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 files agree", result.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_Json_CountsFilesAndOperationsAndListsDifferences()
    {
        var changed = Changed();

        var result = Cli.Run("replay", changed, Recording, "--format", "json");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        var report = JsonElement.Parse(result.Output);
        Assert.Equal(2, report.GetProperty("files").GetInt32());
        Assert.Equal(1, report.GetProperty("agree").GetInt32());
        Assert.Equal(Lines.Length, report.GetProperty("operations").GetInt32());
        var difference = Assert.Single(report.GetProperty("differences").EnumerateArray().ToArray());
        Assert.Equal(
            JsonSerializer.Serialize(new { file = changed, line = 2, operation = "object_create", expected = new[] { "o1.alive = false" }, actual = new[] { "o1.alive = true" } }),
            JsonSerializer.Serialize(difference));
        Assert.Equal("vm_page_free_contig", Assert.Single(report.GetProperty("stops").EnumerateArray().ToArray()).GetProperty("operation").GetString());
    }

    [Fact]
    public void Replay_MissingFile_IsRefused() =>
        Cli.Run("replay", "no such.jsonl").ShouldRefuse(2, "no such.jsonl: error: ", "cannot be read");

    [Fact]
    public void Replay_WithoutFile_IsRefused() => Cli.Run("replay").ShouldRefuse(2, "vm: ", "vm replay --help");

    [Fact]
    public void Replay_UnknownFormat_IsRefused() =>
        Cli.Run("replay", Recording, "--format", "xml").ShouldRefuse(2, "'xml'", "text", "json");

    [Theory]
    [InlineData("hello", "not JSON")]
    [InlineData("""{"i":1,"op":"vm_page_grap","args":{},"result":null,"changed":{},"events":[]}""", "unknown operation \"vm_page_grap\"")]
    [InlineData("""{"i":1,"op":"vm_page_wire","args":{"mem":1},"result":null,"changed":{},"events":[]}""", "args.mem is 1; expected a string")]
    [InlineData("""{"i":1,"op":"vm_page_wire","args":{},"result":null,"changed":{},"events":[]}""", "lacks its argument \"mem\"")]
    [InlineData("""{"i":1,"op":"object_create","args":{"internal":true,"size":18446744073709551616},"result":"o1","changed":{},"events":[]}""", "args.size is 18446744073709551616")]
    [InlineData("""{"i":1,"op":"vm_page_wire","args":{"mem":"p1"},"result":null,"changed":{},"events":[]}""", "names p1, which no line before this one introduces")]
    public void Replay_BadLine_IsRefusedAtTheLine(string line, string says)
    {
        var transcript = Write([Lines[0], line]);

        var result = Cli.Run("replay", Recording, transcript, "--format", "json");

        result.ShouldRefuse(2, transcript + "(2): error: ", says);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Replay_TraceInsteadOfATranscript_IsRefused() =>
        Cli.Run("replay", TestData.Trace("ls")).ShouldRefuse(2, "(1): error: not JSON");
}
