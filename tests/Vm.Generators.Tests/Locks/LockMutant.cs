using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Vm.Generators.Tests.Locks;

/// <summary>A source without one of its locks.</summary>
/// <param name="Name">What is left out, and where.</param>
/// <param name="Owner">The method or contract that it was left out of.</param>
/// <param name="Before">The source.</param>
/// <param name="After">The source without it.</param>
sealed record LockMutant(string Name, string Owner, SyntaxTree Before, SyntaxTree After)
{
    /// <summary>The bodies of operations and of their helpers, each without one statement that takes a lock or gives it back.</summary>
    public static IEnumerable<LockMutant> OfBodies(SyntaxTree tree) =>
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        where Has(method, "Operation") || Has(method, "Inline")
        from statement in method.DescendantNodes().OfType<StatementSyntax>()
        let instead = Instead(statement)
        where instead is not null
        select Of(tree, statement, instead, method.Identifier.Text);

    /// <summary>The contracts, each without one lock that the caller must hold.</summary>
    public static IEnumerable<LockMutant> OfContracts(SyntaxTree tree) =>
        from contract in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        where Has(contract, "Contract")
        from list in contract.AttributeLists
        where list.Attributes is [{ } only] && only.Name.ToString() == "MustHold"
        select Of(tree, list, null, contract.Identifier.Text);

    static bool Has(MemberDeclarationSyntax member, string attribute) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Any(a => a.Name.ToString() == attribute);

    static StatementSyntax? Instead(StatementSyntax statement) => statement switch
    {
        UsingStatementSyntax { Expression: InvocationExpressionSyntax call } u when IsOfLock(call, "Enter") => u.Statement,
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when IsOfLock(call, "Acquire") || IsOfLock(call, "Release") =>
            SyntaxFactory.EmptyStatement(),
        _ => null,
    };

    static bool IsOfLock(InvocationExpressionSyntax call, string method) =>
        call.Expression is MemberAccessExpressionSyntax access && access.Name.Identifier.Text == method
        && access.Expression.ToString().EndsWith("Lock", StringComparison.Ordinal);

    static LockMutant Of(SyntaxTree tree, SyntaxNode node, SyntaxNode? instead, string owner)
    {
        var root = tree.GetRoot();
        var changed = instead is null
            ? root.RemoveNode(node, SyntaxRemoveOptions.KeepExteriorTrivia)!
            : root.ReplaceNode(node, instead.WithTriviaFrom(node));
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var text = node.ToString().Split('\n')[0].Trim();
        return new($"{Path.GetFileName(tree.FilePath)}({line}): {text}", owner, tree, tree.WithRootAndOptions(changed, tree.Options));
    }
}
