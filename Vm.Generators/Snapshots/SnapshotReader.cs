using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Symbols;

namespace Vm.Generators.Snapshots;

/// <summary>Reads a <see cref="SnapshotModel"/> from a contract class.</summary>
static class SnapshotReader
{
    /// <summary>The parameters that the generator adds to a clause.</summary>
    public const string OldParameter = "old", ResultParameter = "result";

    /// <returns>Null if no clause looks back to the entry or at the result.</returns>
    public static SnapshotModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var contract = new ContractSymbol((INamedTypeSymbol)context.TargetSymbol);
        var values = new List<EntryValue>();
        var clauses = new List<SnapshotClause>();
        foreach (var clause in contract.Ensures)
        {
            cancellation.ThrowIfCancellationRequested();
            if (clause.Method.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is not MethodDeclarationSyntax syntax) continue;
            if (ReadClause(clause, syntax, context.SemanticModel, values) is { } model) clauses.Add(model);
        }

        return clauses.Count == 0 ? null : new(
            TypePlace.Of(contract.Type),
            Usings(context.TargetNode),
            values.ToEquatableArray(),
            EntryUses.SnapshotParameters(contract, context.SemanticModel.Compilation).Select(Declare).ToEquatableArray(),
            clauses.ToEquatableArray());
    }

    static SnapshotClause? ReadClause(
        ClauseSymbol clause, MethodDeclarationSyntax syntax, SemanticModel model, List<EntryValue> values)
    {
        model = model.Compilation.GetSemanticModel(syntax.SyntaxTree);
        var olds = EntryUses.Find(syntax, model, EntryUses.Old).ToList();
        var results = EntryUses.Find(syntax, model, EntryUses.Result).ToList();
        SyntaxNode? body = syntax.ExpressionBody is { } arrow ? arrow : syntax.Body;
        if (body is null || olds.Count + results.Count == 0) return null;

        var replacements = new List<(SyntaxNode Node, string Text)>(results.Select(r => ((SyntaxNode)r, ResultParameter)));
        for (var i = 0; i < olds.Count; i++)
        {
            var operand = olds[i].ArgumentList.Arguments[0].Expression;
            var name = olds.Count == 1 ? clause.Method.Name : $"{clause.Method.Name}{i + 1}";
            var type = ((IMethodSymbol)model.GetSymbolInfo(olds[i]).Symbol!).ReturnType.Qualified();
            values.Add(new(name, type, operand.ToString(), clause.WholeState));
            replacements.Add((olds[i], $"{OldParameter}.{name}"));
        }

        return new(
            clause.Method.Name,
            string.Join(", ", clause.Method.Parameters.Select(p => p.Type.Qualified().Replace('<', '{').Replace('>', '}'))),
            results.Count == 0 ? null : ((IMethodSymbol)model.GetSymbolInfo(results[0]).Symbol!).ReturnType.Qualified(),
            clause.Method.Parameters.Select(Declare).ToEquatableArray(),
            Replace(body, replacements));
    }

    static string Declare(IParameterSymbol parameter) => $"{parameter.Type.Qualified()} {parameter.Name}";

    static string Replace(SyntaxNode body, IEnumerable<(SyntaxNode Node, string Text)> replacements)
    {
        var text = new StringBuilder(body.ToString());
        foreach (var (node, replacement) in replacements.OrderByDescending(r => r.Node.SpanStart))
        {
            text.Remove(node.SpanStart - body.SpanStart, node.Span.Length);
            text.Insert(node.SpanStart - body.SpanStart, replacement);
        }

        return text.ToString();
    }

    static EquatableArray<string> Usings(SyntaxNode node) =>
        node.AncestorsAndSelf().SelectMany(a => a switch
        {
            CompilationUnitSyntax unit => unit.Usings,
            BaseNamespaceDeclarationSyntax space => space.Usings,
            _ => default(IEnumerable<UsingDirectiveSyntax>),
        } ?? []).Select(u => u.ToString()).ToEquatableArray();
}
