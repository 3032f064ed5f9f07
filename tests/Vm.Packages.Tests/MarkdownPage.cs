using System.Text.RegularExpressions;

namespace Vm.Packages.Tests;

/// <summary>The code blocks of a page of the documentation.</summary>
sealed partial class MarkdownPage
{
    /// <summary>The blocks in their order; the language is empty where commands stand.</summary>
    public required IReadOnlyList<(string Language, string Text)> All { get; init; }

    /// <summary>The commands of the page, in words.</summary>
    public IEnumerable<string[]> Commands => Blocks("").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => line.Split(' '));

    public static MarkdownPage Read(params string[] path) => new()
    {
        All = [.. Block().Matches(File.ReadAllText(Repository.PathOf(path)).Replace("\r\n", "\n", StringComparison.Ordinal))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value))],
    };

    public IEnumerable<string> Blocks(string language) => All.Where(block => block.Language == language).Select(block => block.Text);

    [GeneratedRegex("^```([^\n]*)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
