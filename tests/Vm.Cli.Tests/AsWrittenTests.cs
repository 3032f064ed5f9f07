using Vm.Cli.Reports;
using Vm.Proofs;
using Vm.Proofs.Printing;

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
        Assert.Contains("ManageAsWritten, IsFree: no transcript: transcripts have no operation vm_page_manage", proof.Output, StringComparison.Ordinal);
        Assert.Contains("ConvertAsWritten, MustHold(PageQueues): no transcript", proof.Output, StringComparison.Ordinal);
        var transcripts = folder.GetFiles("*.jsonl");
        Assert.Equal(6, transcripts.Length);
        Assert.All(transcripts, transcript =>
        {
            var (operation, clause) = Path.GetFileNameWithoutExtension(transcript.Name).Split('-') is [var o, var c] ? (o, c) : default;
            var asWritten = Cli.Run("replay", "--as-written", transcript.FullName);
            Assert.Equal(0, asWritten.ExitCode);
            Assert.Matches($"here \\w+: {clause}: ", asWritten.Output);
            Assert.DoesNotContain($"here {operation}", Cli.Run("replay", transcript.FullName).Output, StringComparison.Ordinal);
        });
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
