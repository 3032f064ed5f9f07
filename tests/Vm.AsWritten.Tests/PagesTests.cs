using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.AsWritten.Tests;

/// <summary>The pages on findings and the tests belong together.</summary>
public sealed partial class PagesTests
{
    static readonly IReadOnlyList<string> Pages = [.. Directory.EnumerateFiles(Folder(), "??-*.md").Order().Select(File.ReadAllText)];

    [Fact]
    public void Pages_All_NameATestThatIsThere()
    {
        var tests = typeof(FindingsTests).GetMethods().Select(method => method.Name).ToHashSet();
        Assert.All(Pages, page => Assert.Contains(TestName().Match(page).Groups[1].Value, tests));
    }

    [Fact]
    public void OperationsAsWritten_All_HaveAPage()
    {
        var operations = typeof(ResidentModule<Full>).GetMethods().Select(method => method.Name)
            .Where(name => name.EndsWith("AsWritten", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, name => Assert.Contains(Pages, page => page.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [GeneratedRegex("`FindingsTests[.](\\w+)`")]
    private static partial Regex TestName();

    static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "findings"));
}
