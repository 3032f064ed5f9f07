namespace Vm.Cli.Tests;

/// <summary>
/// The original's operations that break the specification: refuted, and their counterexamples as transcripts that stop the component as
/// written and not the repaired one.
/// </summary>
public sealed class AsWrittenTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vm-as-written-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("InitAsWritten", "IsTemplate", "goes on")]
    [InlineData("WireAsWritten", "WireCount", "Wire: CountFits")]
    [InlineData("ActivateAsWritten", "QueueExclusive", "Activate: IsTabled")]
    [InlineData("RenameAsWritten", "AbsentIsCounted", "goes on")]
    public void Prove_AsWritten_WritesATranscriptThatStopsItAndNotTheRepairedOne(string operation, string clause, string repaired)
    {
        var proof = Cli.Run("prove", "--as-written", "--operation", operation, "--counterexamples", folder.FullName);
        Assert.Equal(0, proof.ExitCode);
        Assert.Contains($"{clause}: ", proof.Output, StringComparison.Ordinal);
        Assert.Equal("1 of 1 operation as written refuted, 0 open", proof.LastLine);

        var transcript = Assert.Single(folder.GetFiles("*.jsonl")).FullName;
        var asWritten = Cli.Run("replay", "--as-written", transcript);
        Assert.Equal(0, asWritten.ExitCode);
        Assert.Matches($"here \\w+: {clause}: ", asWritten.Output);
        Assert.Contains(repaired, Cli.Run("replay", transcript).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Prove_AsWrittenWithoutTime_IsOpen()
    {
        var result = Cli.Run("prove", "--as-written", "--operation", "ManageAsWritten", "--timeout", "1", "--counterexamples", folder.FullName);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("warning VM1009", result.Output, StringComparison.Ordinal);
        Assert.Equal("0 of 1 operation as written refuted, 1 open", result.LastLine);
        Assert.Empty(folder.GetFiles());
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
