namespace Vm.Packages.Tests;

/// <summary>The samples are what outsiders write: they are built, proved and tested in a folder that knows only the packages.</summary>
[Collection(nameof(PackagesCollection))]
public sealed class SamplesTests(PackedOnce packages)
{
    static readonly string samples = Repository.PathOf("samples");
    static readonly MarkdownPage page = MarkdownPage.Read("samples", "README.md");

    [Fact]
    public void Samples_ByTheCommandsOfTheirPage_AreProvedAndTested()
    {
        using var outside = new Sandbox(packages);
        outside.CopyFrom(samples);

        var results = page.Commands.Where(command => command[0] == "dotnet" && command[1] != "pack")
            .Select(command => outside.Run([.. command.Skip(1)]).ShouldExitWith(0)).ToList();

        Assert.Equal(4, results.Count);
        Assert.Equal(2, results.Count(result => result.Output.Contains(" proved, 0 refuted, 0 unknown with Z3 ", StringComparison.Ordinal)));
        Assert.Equal(2, results.Count(result => result.Output.Contains("Passed!", StringComparison.Ordinal)));
    }

    [Fact]
    public void Page_QuotesTheSamples()
    {
        var sources = Sources().Select(File.ReadAllText).ToList();

        Assert.All(page.Blocks("csharp"), block => Assert.Contains(sources, source => source.Contains(block, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("FrameTable")]
    [InlineData("FreeStacks")]
    public void Sample_OfSpecificationAndCode_IsSmall(string name) =>
        Assert.InRange(Directory.GetFiles(Path.Combine(samples, name, name), "*.cs").Sum(file => File.ReadLines(file).Count(line => line.Trim().Length > 0)), 1, 150);

    static IEnumerable<string> Sources() => Directory.EnumerateFiles(samples, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
