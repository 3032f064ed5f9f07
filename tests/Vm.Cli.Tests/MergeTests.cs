using System.Text.RegularExpressions;

namespace Vm.Cli.Tests;

/// <summary>Only parts that make up one whole are joined, and the worst outcome of all decides.</summary>
public sealed class MergeTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly string first;
    readonly string second;

    public MergeTests()
    {
        (first, second) = (Path.Combine(folder.Path, "first.json"), Path.Combine(folder.Path, "second.json"));
        Assert.Equal(0, Part("1/2", first));
        Assert.Equal(0, Part("2/2", second));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public void Merge_OfAllParts_IsTheWhole(string format)
    {
        var merged = Cli.Run("prove", "--format", format, "--merge", second, first);
        var whole = Cli.Run("prove", "--operation", "Init", "--no-cache", "--format", format);

        Assert.Equal(0, merged.ExitCode);
        Assert.Equal(WithoutTimes(whole.Output), WithoutTimes(merged.Output));
    }

    [Theory]
    [InlineData("proved", 0)]
    [InlineData("refuted", 1)]
    [InlineData("unknown", 3)]
    [InlineData("out_of_resource", 3)]
    [InlineData("error", 4)]
    public void Merge_WorstOutcome_Decides(string outcome, int exitCode)
    {
        Change(second, "\"outcome\":\"proved\"", $"\"outcome\":\"{outcome}\"");

        Assert.Equal(exitCode, Merge(first, second).ExitCode);
    }

    [Fact]
    public void Merge_WithoutAPart_IsRefused() => Merge(first).ShouldRefuse(2, "part 2/2 is missing");

    [Fact]
    public void Merge_OfAPartTwice_IsRefused() => Merge(first, second, first).ShouldRefuse(2, "first.json", "are both part 1/2");

    [Theory]
    [InlineData("\"ir_hash\":\"", "\"ir_hash\":\"0", "the proof of other sources")]
    [InlineData("\"version\":\"", "\"version\":\"1", "the solver is 'Z3 1")]
    [InlineData("seed 0", "seed 1", "the request is 'operation Init, seed 1")]
    [InlineData("\"plan\":\"", "\"plan\":\"0", "the plan is '0")]
    [InlineData("\"count\":2", "\"count\":3", "the number of parts is '3'")]
    [InlineData("\"positions\":[", "\"positions\":[0,", "an obligation that is not its own")]
    [InlineData("\"results\":[{", "\"results\":[],\"others\":[{", "fewer obligations than the whole")]
    [InlineData("vm-proof-part 1", "vm-proof-part 0", "is not what prove --shard writes")]
    [InlineData("{\"format\"", "format", "is not what prove --shard writes")]
    public void Merge_OfAForeignPart_IsRefused(string was, string isNow, string says)
    {
        Change(second, was, isNow);

        Merge(first, second).ShouldRefuse(2, says);
    }

    [Fact]
    public void Merge_OfNoFile_IsRefused() => Merge(first, Path.Combine(folder.Path, "none.json")).ShouldRefuse(2, "none.json cannot be read");

    [Theory]
    [InlineData("--shard", "0/3")]
    [InlineData("--shard", "4/3")]
    [InlineData("--shard", "third")]
    [InlineData("--vacuity", "--shard", "1/3")]
    [InlineData("--vacuity", "--out", "part.json")]
    [InlineData("--merge", "a.json", "--counterexamples", "folder")]
    public void Prove_WithAPartThatHasNoMeaning_IsWrongUse(params string[] arguments) =>
        Cli.Run(["prove", .. arguments]).ShouldRefuse(2, arguments[0]);

    [Fact]
    public void Prove_WithCostsOfAnotherForm_IsWrongUse() => Cli.Run("prove", "--shard", "1/2", "--costs", first).ShouldRefuse(2, "first.json", "line 1");

    static int Part(string part, string file) => Cli.Run("prove", "--operation", "Init", "--no-cache", "--shard", part, "--out", file).ExitCode;

    static CliResult Merge(params string[] parts) => Cli.Run(["prove", "--merge", .. parts]);

    static string WithoutTimes(string text) => Regex.Replace(text, @"time=""[^""]*""|^proving the operations\n", "");

    static void Change(string file, string was, string isNow)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(was, text, StringComparison.Ordinal);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + isNow + text[(at + was.Length)..]);
    }
}
