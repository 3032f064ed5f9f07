using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;
using Vm.Generators.Symbols;

namespace Vm.Generators.Snapshots;

/// <summary>Finds <c>Spec.Old</c> and <c>Spec.Result</c> in clauses.</summary>
static class EntryUses
{
    public const string Old = nameof(Old);
    public const string Result = nameof(Result);
    public const string SnapshotType = "Snapshot";
    public const string TakeSnapshot = nameof(TakeSnapshot);

    /// <summary>The calls of one of the two words in a clause's source, outermost first in the order of the text.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Find(MethodDeclarationSyntax clause, SemanticModel model, string word) =>
        clause.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(i => IsWord(i, model, word));

    /// <summary>
    /// Whether a clause uses either word, and the type of the result if it uses that. The overload that the generator made says so for a
    /// clause of another assembly; in this one it is not made yet, and the source says so.
    /// </summary>
    public static (bool Snapshot, ITypeSymbol? Result) Of(ClauseSymbol clause, Compilation compilation)
    {
        var syntax = clause.Method.DeclaringSyntaxReferences
            .Select(r => r.GetSyntax()).OfType<MethodDeclarationSyntax>().FirstOrDefault();
        if (syntax is not null)
        {
            var model = compilation.GetSemanticModel(syntax.SyntaxTree);
            var result = Find(syntax, model, Result).FirstOrDefault();
            var type = result is null ? null : (model.GetSymbolInfo(result).Symbol as IMethodSymbol)?.ReturnType;
            return (result is not null || Find(syntax, model, Old).Any(), type);
        }

        var overload = clause.Method.ContainingType.GetMembers(clause.Method.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.Parameters.Length > 0 && m.Parameters[0] is { RefKind: RefKind.In, Type.Name: SnapshotType });
        var hasResult = overload is not null && overload.Parameters.Length == clause.Method.Parameters.Length + 2;
        return (overload is not null, hasResult ? overload!.Parameters[1].Type : null);
    }

    /// <summary>The parameters of a contract's <c>TakeSnapshot</c>: those of the clauses that use either word, each once.</summary>
    public static IEnumerable<IParameterSymbol> SnapshotParameters(ContractSymbol contract, Compilation compilation) =>
        contract.Ensures.Where(c => Of(c, compilation).Snapshot)
            .SelectMany(c => c.Method.Parameters)
            .GroupBy(p => p.Name).Select(g => g.First());

    /// <summary>The calls of <c>Old</c> whose operands use the parameter of a lambda around them, and that parameter.</summary>
    public static IEnumerable<(InvocationExpressionSyntax Old, string Variable)> OldsOfBoundVariables(
        MethodDeclarationSyntax clause, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(clause.SyntaxTree);
        return
            from old in Find(clause, model, Old)
            let bound = old.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Select(i => model.GetSymbolInfo(i).Symbol).OfType<IParameterSymbol>()
                .FirstOrDefault(p => p.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }
                    && !p.DeclaringSyntaxReferences.Any(r => old.Span.Contains(r.Span)))
            where bound is not null
            select (old, bound.Name);
    }

    static bool IsWord(InvocationExpressionSyntax invocation, SemanticModel model, string word)
    {
        var name = invocation.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault(n => n.Parent is not TypeArgumentListSyntax);
        return name?.Identifier.Text == word
            && model.GetSymbolInfo(invocation).Symbol is IMethodSymbol method
            && method.ContainingType.DefinitionName() == VocabularyNames.Spec;
    }
}
