namespace Vm.Packages.Tests;

/// <summary>What the pages for newcomers say is done as they say it, in an empty folder, with the packages alone.</summary>
[Collection(nameof(PackagesCollection))]
public sealed class DocumentationTests(PackedOnce packages)
{
    [Fact]
    public void Tutorial_AndThenEachHowTo_HappenAsWritten()
    {
        using var outside = new Sandbox(packages);
        var run = new PageRun(outside, command => Adapted(command, outside.PathOf("hive")));

        run.Do(MarkdownPage.Read("docs", "tutorial.md"));
        foreach (var page in HowTos()) run.Do(MarkdownPage.Read("docs", "how-to", page));
    }

    [Fact]
    public void HowTos_AreListed() => Assert.Equal(
        Directory.GetFiles(Repository.PathOf("docs", "how-to"), "*.md").Select(file => Path.GetFileName(file)!).Where(name => name != "README.md").Order(StringComparer.Ordinal),
        HowTos().Order(StringComparer.Ordinal));

    /// <summary>In the order of the list.</summary>
    static IEnumerable<string> HowTos() => File.ReadLines(Repository.PathOf("docs", "how-to", "README.md"))
        .Where(line => line.StartsWith("| [", StringComparison.Ordinal)).Select(line => line.Split('(', ')')[1]);

    /// <summary>Templates are kept apart from the user's, and of the version that was packed.</summary>
    static string[] Adapted(string command, string hive) => command.Split(' ') switch
    {
        ["dotnet", "new", "install", var package] => ["dotnet", "new", "install", $"{package}@{PackedOnce.Version}", "--debug:custom-hive", hive],
        ["dotnet", "new", .. var rest] => ["dotnet", "new", .. rest, "--debug:custom-hive", hive],
        var words => words,
    };
}
