using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;
using Vm.Generators.Symbols;

namespace Vm.Generators.Lowering;

/// <summary>
/// Lets bodies that call operations be bound. A generator sees a compilation in which the public operations are not yet
/// woven; this adds their signatures. An analyzer sees them already.
/// </summary>
static class WovenDeclarations
{
    static readonly ConditionalWeakTable<Compilation, Compilation> Completed = new();

    public static Compilation AddTo(Compilation compilation) => Completed.GetValue(compilation, Add);

    static Compilation Add(Compilation compilation)
    {
        var missing = compilation.SyntaxTrees.SelectMany(Candidates)
            .Select(m => compilation.GetSemanticModel(m.SyntaxTree).GetDeclaredSymbol(m)).OfType<IMethodSymbol>()
            .Where(m => m.Has(VocabularyNames.Operation) && OperationSymbol.IsBody(m)
                && m.ContainingType.GetMembers(OperationSymbol.NameOf(m)).IsEmpty)
            .ToList();
        if (missing.Count == 0) return compilation;

        var text = new StringBuilder();
        foreach (var method in missing) Declare(method, text);
        var options = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options;
        return compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text.ToString(), options));
    }

    /// <summary>Methods that may be bodies of operations, told from their syntax alone.</summary>
    static IEnumerable<MethodDeclarationSyntax> Candidates(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Where(m => m.AttributeLists.Count > 0 && m.Identifier.Text.EndsWith(OperationSymbol.BodySuffix, StringComparison.Ordinal));

    static string Declare(IParameterSymbol parameter) =>
        (parameter.Has(VocabularyNames.Outside) ? $"[global::{VocabularyNames.Outside}] " : "") + $"{parameter.Type.Qualified()} {parameter.Name}";

    static void Declare(IMethodSymbol body, StringBuilder text)
    {
        var place = TypePlace.Of(body.ContainingType);
        var parameters = string.Join(", ", body.Parameters.Select(Declare));
        if (place.Namespace.Length > 0) text.Append($"namespace {place.Namespace} {{ ");
        foreach (var declaration in place.Declarations) text.Append(declaration).Append(" { ");
        text.Append($"public {body.ReturnType.Qualified()} {OperationSymbol.NameOf(body)}({parameters}) => throw null!; ");
        text.Append('}', place.Declarations.Count + (place.Namespace.Length > 0 ? 1 : 0)).Append('\n');
    }
}
