namespace Vm.Packages.Tests;

/// <summary>
/// Does what a page says, from top to bottom. A block without a language is commands, of which those after <c>!</c> must fail; <c>text</c>, what
/// the last of them printed; <c>csharp new FILE</c>, a new file; <c>csharp FILE</c>, a part of a file; <c>diff FILE</c>, lines that come and go; <c>delete</c>, files that go.
/// </summary>
sealed class PageRun(Sandbox outside, Func<string, string[]> adapt)
{
    CommandResult last = new(0, "");

    public void Do(MarkdownPage page)
    {
        foreach (var (language, text) in page.All) Do(language.Split(' '), text);
    }

    void Do(string[] head, string text)
    {
        switch (head)
        {
            case [""]:
                foreach (var command in LinesOf(text)) RunCommand(command);
                break;
            case ["text"]:
                Assert.All(LinesOf(text), line => Assert.Contains(Squeezed(line), Squeezed(last.Output), StringComparison.Ordinal));
                break;
            case ["csharp", "new", var file]:
                outside.Write(file, text);
                break;
            case ["csharp", var file]:
                Assert.Contains(text, File.ReadAllText(outside.PathOf(file)), StringComparison.Ordinal);
                break;
            case ["diff", var file]:
                var lines = text.TrimEnd('\n').Split('\n');
                outside.Edit(file,
                    string.Concat(lines.Where(line => line[0] != '+').Select(line => line[1..] + "\n")),
                    string.Concat(lines.Where(line => line[0] != '-').Select(line => line[1..] + "\n")));
                break;
            case ["delete"]:
                foreach (var file in LinesOf(text)) File.Delete(outside.PathOf(file));
                break;
            default:
                Assert.Fail($"nobody knows what a block '{string.Join(' ', head)}' means");
                break;
        }
    }

    void RunCommand(string command)
    {
        var mustFail = command.StartsWith("! ", StringComparison.Ordinal);
        var words = adapt(mustFail ? command[2..] : command);
        Assert.Equal("dotnet", words[0]);
        last = outside.Run([.. words.Skip(1)]);
        last.ShouldExitWith(mustFail ? 1 : 0);
    }

    static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Columns are as wide as their widest entry, so pages do not show how wide.</summary>
    static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
