using Microsoft.CodeAnalysis;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Diagnostics;

/// <summary>The pages on diagnostics keep what they promise.</summary>
public class DiagnosticPageTests
{
    static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
        [.. TestProject.Analyzers.SelectMany(a => a.SupportedDiagnostics).OrderBy(d => d.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void WrongProgram_OfThePage_IsReportedOnceUnderTheId(string id)
    {
        var diagnostics = Diagnose(DiagnosticPage.Of(id).Programs[0]);
        Assert.Equal([id], diagnostics.Where(d => d.Id.StartsWith("VM", StringComparison.Ordinal)).Select(d => d.Id));
    }

    [Theory, MemberData(nameof(Ids))]
    public void WrongProgram_WhileItIsTyped_IsReportedAtTheSamePlace(string id)
    {
        var project = ProjectOf(DiagnosticPage.Of(id).Programs[0]);
        var expected = project.Diagnose().Single(d => d.Id == id);
        var found = Assert.Single(project.DiagnoseWhileTyping(expected.Location.SourceTree!.FilePath), d => d.Id == id);
        Assert.Equal(expected.Location.SourceSpan, found.Location.SourceSpan);
    }

    [Theory, MemberData(nameof(Ids))]
    public void RepairedProgram_OfThePage_IsReportedNowhere(string id) => Assert.Empty(Diagnose(DiagnosticPage.Of(id).Programs[1]));

    [Theory, MemberData(nameof(Ids))]
    public void Page_OfADescriptor_HasItsTitleAndIsLinked(string id)
    {
        var descriptor = Descriptors.Single(d => d.Id == id);
        Assert.Equal($"# {id}: {descriptor.Title}", DiagnosticPage.Of(id).Title);
        Assert.Equal($"docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
    }

    [Fact]
    public void Index_OfThePages_ListsEachDescriptor()
    {
        var rows = Descriptors.Select(d => $"| [{d.Id}]({d.Id}.md) | {d.Title} | {d.DefaultSeverity.ToString().ToLowerInvariant()} |");
        Assert.Equal(rows, DiagnosticPage.Index.Text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.StartsWith("| [VM", StringComparison.Ordinal)));
    }

    static IReadOnlyList<Diagnostic> Diagnose(string program) => ProjectOf(program).Diagnose();

    static TestProject ProjectOf(string program) =>
        TestProject.Of("Component", [("Prelude.cs", DiagnosticPage.Index.Programs[0]), ("Program.cs", program)]);
}
