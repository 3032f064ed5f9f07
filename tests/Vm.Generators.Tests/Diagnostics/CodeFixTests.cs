using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Vm.CodeFixes;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Diagnostics;

/// <summary>The code fixes repair the wrong programs of the pages.</summary>
public class CodeFixTests
{
    static readonly string Prelude = DiagnosticPage.Index.Programs[0];

    [Theory]
    [InlineData("VM0011", "Add [MustHold(Locks.Row, \"row\")] to SetContract")]
    [InlineData("VM0011", "Take the lock, and add [Acquires(Locks.Row, \"row\")] to SetContract")]
    [InlineData("VM0012", "Add [MustHold(Locks.Row, \"row\")] to ClearContract")]
    [InlineData("VM0012", "Take the lock, and add [Acquires(Locks.Row, \"row\")] to ClearContract")]
    [InlineData("VM0015", "Add [Releases(Locks.Count)] to DoneContract")]
    [InlineData("VM0018", "Add [Acquires(Locks.Count)] to CountContract")]
    public async Task WrongProgram_OfThePage_IsRepaired(string id, string title)
    {
        var wrong = DiagnosticPage.Of(id).Programs[0];
        var actions = await ActionsAsync(wrong, id);
        var repaired = await ApplyAsync(actions.Single(action => action.Action.Title == title));

        Assert.NotEqual(wrong, repaired);
        Assert.Empty(Diagnose(repaired));
    }

    [Fact]
    public async Task IdleClause_OfThePage_IsRemoved()
    {
        var actions = await ActionsAsync(DiagnosticPage.Of("VM0019").Programs[0], "VM0019");
        var repaired = await ApplyAsync(Assert.Single(actions));
        Assert.Empty(Diagnose(repaired));
    }

    /// <summary>A pulled row's lock has no name that the contract could use.</summary>
    [Fact]
    public async Task LockThatNoClauseCanName_HasNoRepair()
    {
        var wrong = DiagnosticPage.Of("VM0011").Programs[0].Replace("s.Rows[row].Value = value;", "s.Rows[new RowId(row.V + 1)].Value = value;", StringComparison.Ordinal);
        Assert.Empty(await ActionsAsync(wrong, "VM0011"));
    }

    static IReadOnlyList<Diagnostic> Diagnose(string program) =>
        TestProject.Of("Component", [("Prelude.cs", Prelude), ("Program.cs", program)]).Diagnose();

    static async Task<IReadOnlyList<(CodeAction Action, DocumentId Document)>> ActionsAsync(string program, string id)
    {
        var sources = TestProject.Of("Component", [("Prelude.cs", Prelude), ("Program.cs", program)]);
        var diagnostic = sources.Diagnose().First(d => d.Id == id);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Component", "Component", LanguageNames.CSharp,
            compilationOptions: sources.Sources.Options, parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14),
            metadataReferences: sources.Sources.References));
        workspace.AddDocument(project.Id, "Prelude.cs", SourceText.From(Prelude));
        var document = workspace.AddDocument(project.Id, "Program.cs", SourceText.From(program));
        document = workspace.CurrentSolution.GetDocument(document.Id)!;

        var actions = new List<(CodeAction, DocumentId)>();
        await new LockCodeFixProvider().RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add((action, document.Id)), CancellationToken.None));
        return actions;
    }

    static async Task<string> ApplyAsync((CodeAction Action, DocumentId Document) fix)
    {
        var operations = await fix.Action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(fix.Document)!;
        return (await changed.GetTextAsync()).ToString();
    }
}
