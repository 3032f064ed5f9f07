using System.Text.RegularExpressions;
using Vm.Proofs.Printing;
using YamlDotNet.RepresentationModel;

namespace Vm.Cli.Tests;

/// <summary>The workflow is YAML of the form that GitHub reads, and asks the command only for what it can do.</summary>
public sealed partial class WorkflowTests
{
    static readonly string Text = File.ReadAllText(Path.Combine(TestData.Root, ".github", "workflows", "ci.yml"));

    static YamlMappingNode Jobs => (YamlMappingNode)Read(Text)["jobs"];

    [Fact]
    public void Workflow_Jobs_AreThoseThatCiIsFor() => Assert.Equal(
        ["test", "prove", "proof", "as-written", "cross-check"], Jobs.Children.Keys.Select(name => name.ToString()));

    [Fact]
    public void Workflow_EachStep_RunsOrUsesSomething()
    {
        foreach (var (name, job) in Jobs.Children)
        {
            var keys = ((YamlMappingNode)job).Children.Keys.Select(key => key.ToString()).ToList();
            Assert.Contains("runs-on", keys);
            if (keys.Contains("needs")) Assert.Contains(job["needs"], Jobs.Children.Keys);
            Assert.All(((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>(), step => Assert.True(
                step.Children.ContainsKey("run") ^ step.Children.ContainsKey("uses"), $"{name}: {step}"));
        }
    }

    [Fact]
    public void Workflow_EachCommand_Exists()
    {
        var commands = CommandsOf(Text).ToList();

        Assert.Contains("test", commands);
        Assert.Contains(commands, command => command.Contains("--shard 1/3", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.Contains("--merge", StringComparison.Ordinal));
        Assert.All(commands.Where(command => command != "test"), command => Assert.Equal("", ErrorsOf(command)));
    }

    /// <summary>The parts that are proved are those that are joined.</summary>
    [Fact]
    public void Workflow_Parts_AreAllJoined()
    {
        var parts = ((YamlSequenceNode)Jobs["prove"]["strategy"]["matrix"]["part"]).Select(part => part.ToString()).ToList();

        Assert.Contains($"--shard ${{{{ matrix.part }}}}/{parts.Count} ", Text, StringComparison.Ordinal);
        Assert.All(CommandsOf(Text).Where(command => command.Contains("--merge", StringComparison.Ordinal)), command =>
            Assert.EndsWith($"--merge {string.Join(' ', parts.Select(part => $"part-{part}.json"))}", command, StringComparison.Ordinal));
    }

    /// <summary>The must-fail twin: a command that does not exist is noticed.</summary>
    [Theory]
    [InlineData("./vm prove --shards 1/3")]
    [InlineData("./vm proof")]
    [InlineData("./vm prove --shard ${{ matrix.part }}")]
    public void Workflow_WithAWrongCommand_IsNoticed(string line) => Assert.NotEqual("", ErrorsOf(Assert.Single(CommandsOf($"jobs: {{a: {{steps: [{{run: \"{line}\"}}]}}}}"))));

    static YamlMappingNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    static IEnumerable<string> CommandsOf(string text) => ((YamlMappingNode)Read(text)["jobs"]).Children.Values
        .SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
        .Where(step => step.Children.ContainsKey("run"))
        .SelectMany(step => Command().Matches(Expression().Replace(step["run"].ToString(), "1")))
        .Select(match => match.Groups["arguments"].Value.Trim());

    static string ErrorsOf(string command)
    {
        var parsed = CommandLine.Parse(command.Split(' ', StringSplitOptions.RemoveEmptyEntries), new Screen(TextWriter.Null, TextWriter.Null));
        return string.Join("; ", parsed.Errors);
    }

    [GeneratedRegex(@"^\./vm\b(?<arguments>[^>|\n]*)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"\$\{\{[^}]*\}\}")]
    private static partial Regex Expression();
}
