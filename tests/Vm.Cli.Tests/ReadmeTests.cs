using System.Text.RegularExpressions;
using Vm.Proofs.Printing;

namespace Vm.Cli.Tests;

public class ReadmeTests
{
    public static TheoryData<string, string> Commands()
    {
        var data = new TheoryData<string, string>();
        foreach (var page in new[] { "README.md", "CONTRIBUTING.md" })
            foreach (Match line in Regex.Matches(File.ReadAllText(Path.Combine(TestData.Root, page)), @"^\./vm\b([^#\n]*)", RegexOptions.Multiline))
                data.Add(page, line.Groups[1].Value.Trim());
        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Page_CommandLine_Exists(string page, string arguments)
    {
        // The launcher's own verb; CI runs it.
        if (arguments is "test" or "test --long") return;

        var errors = CommandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), new Screen(TextWriter.Null, TextWriter.Null)).Errors;
        Assert.True(errors.Count == 0, $"{page}: ./vm {arguments}: {string.Join("; ", errors)}");
    }

    [Fact]
    public void Readme_TwoCommands_AreThere()
    {
        var commands = Commands().Select(row => row[1]).ToList();
        Assert.Contains("", commands);
        Assert.Contains("test", commands);
    }

    [Fact]
    public void Parse_CommandThatDoesNotExist_IsAnError() =>
        Assert.NotEmpty(CommandLine.Parse(["expalin", "Insert"], new Screen(TextWriter.Null, TextWriter.Null)).Errors);
}
