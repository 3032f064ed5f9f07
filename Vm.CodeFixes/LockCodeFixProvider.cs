using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Vm.Generators.Diagnostics;

namespace Vm.CodeFixes;

/// <summary>
/// Repairs of diagnostics about locks: a clause is added to the contract or taken out of it, or the lock is taken around the statement. The
/// analyzer says in the diagnostic's properties what would do; without them there is no mechanical repair.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LockCodeFixProvider)), Shared]
public sealed class LockCodeFixProvider : CodeFixProvider
{
    const string StateAttribute = "Vm.Vocabulary.StateAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["VM0011", "VM0012", "VM0015", "VM0018", "VM0019"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Property(diagnostic, RepairKeys.Contract) is not { } name) continue;
            if (await ContractAsync(context.Document, name, context.CancellationToken).ConfigureAwait(false) is not { } contract) continue;

            if (Property(diagnostic, RepairKeys.Add) is { } clause)
                Register(context, diagnostic, $"Add [{clause}] to {name}", (editor, _) => AddAsync(editor, contract, clause));
            if (Property(diagnostic, RepairKeys.Remove) is { } idle)
                Register(context, diagnostic, $"Remove [{idle}] from {name}", (editor, _) => RemoveAsync(editor, contract, idle));
            if (Property(diagnostic, RepairKeys.Take) is { } place && Property(diagnostic, RepairKeys.Tell) is { } tell
                && await TakenAsync(context.Document, diagnostic, place, context.CancellationToken).ConfigureAwait(false) is var (statement, locked))
            {
                Register(context, diagnostic, $"Take the lock, and add [{tell}] to {name}", async (editor, cancellation) =>
                {
                    var document = await editor.GetDocumentEditorAsync(context.Document.Id, cancellation).ConfigureAwait(false);
                    document.ReplaceNode(statement, locked);
                    await AddAsync(editor, contract, tell).ConfigureAwait(false);
                });
            }
        }
    }

    static string? Property(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    static void Register(
        CodeFixContext context, Diagnostic diagnostic, string title, System.Func<SolutionEditor, CancellationToken, Task> edit) =>
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                async cancellation =>
                {
                    var editor = new SolutionEditor(context.Document.Project.Solution);
                    await edit(editor, cancellation).ConfigureAwait(false);
                    return editor.GetChangedSolution();
                },
                equivalenceKey: title),
            diagnostic);

    /// <summary>The contract's declaration, in this project or in one that it refers to.</summary>
    static async Task<(DocumentId Document, ClassDeclarationSyntax Class)?> ContractAsync(Document document, string name, CancellationToken cancellation)
    {
        var solution = document.Project.Solution;
        foreach (var project in solution.Projects.OrderBy(project => project.Id == document.Project.Id ? 0 : 1))
        {
            foreach (var candidate in project.Documents)
            {
                var root = await candidate.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                var found = root?.DescendantNodes().OfType<ClassDeclarationSyntax>()
                    .FirstOrDefault(type => type.Identifier.Text == name && type.AttributeLists.Count > 0);
                if (found is not null) return (candidate.Id, found);
            }
        }

        return null;
    }

    static async Task AddAsync(SolutionEditor editor, (DocumentId Document, ClassDeclarationSyntax Class) contract, string clause)
    {
        var document = await editor.GetDocumentEditorAsync(contract.Document).ConfigureAwait(false);
        var attribute = ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{clause}] class C;")!).AttributeLists[0];
        var last = contract.Class.AttributeLists[contract.Class.AttributeLists.Count - 1];
        document.InsertAfter(last, attribute
            .WithLeadingTrivia(SyntaxFactory.TriviaList(last.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia))))
            .WithTrailingTrivia(last.GetTrailingTrivia()));
    }

    static async Task RemoveAsync(SolutionEditor editor, (DocumentId Document, ClassDeclarationSyntax Class) contract, string clause)
    {
        var document = await editor.GetDocumentEditorAsync(contract.Document).ConfigureAwait(false);
        var attribute = contract.Class.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(a => InWords(a) == clause);
        if (attribute?.Parent is not AttributeListSyntax list) return;

        document.RemoveNode(list.Attributes.Count == 1 ? list : attribute, SyntaxRemoveOptions.KeepExteriorTrivia);
    }

    /// <summary>The clause as the diagnostic names it: <c>MustHold(Row, "row")</c>.</summary>
    static string InWords(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null).Select(a => a.Expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.Text,
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            var other => other.ToString(),
        }) ?? [];
        return $"{attribute.Name}({string.Join(", ", arguments)})";
    }

    /// <summary>The statement, and the same with the lock taken around it; null where that would hide what the statement declares.</summary>
    static async Task<(StatementSyntax Statement, StatementSyntax Locked)?> TakenAsync(
        Document document, Diagnostic diagnostic, string place, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var statement = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>();
        if (statement is null or LocalDeclarationStatementSyntax or BlockSyntax) return null;
        if (statement.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type || StateOf(model?.GetDeclaredSymbol(type, cancellation)) is not { } state) return null;

        var locked = SyntaxFactory.ParseStatement($"using ({state}{place.Replace("~", state)}.Enter()) {statement.WithoutTrivia()}");
        return (statement, locked.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>The name of the field through which bodies reach the state.</summary>
    static string? StateOf(INamedTypeSymbol? component) => component?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field =>
        !field.IsImplicitlyDeclared && field.Type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == StateAttribute))?.Name;
}
