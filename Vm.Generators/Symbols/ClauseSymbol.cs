using Microsoft.CodeAnalysis;
using Vm.Generators.Common;

namespace Vm.Generators.Symbols;

/// <summary>A method that is a clause.</summary>
/// <param name="Sentence">The clause in words.</param>
/// <param name="WholeState">It looks at whole tables and runs in full mode only.</param>
sealed record ClauseSymbol(IMethodSymbol Method, string Sentence, bool WholeState)
{
    public static ClauseSymbol? Of(IMethodSymbol method, string attribute) =>
        method.Attribute(attribute) is { } clause
            ? new(method, clause.Argument<string>(0) ?? "", clause.Named<bool>("WholeState"))
            : null;

    /// <summary>The method as generated code calls it.</summary>
    public string QualifiedName => $"{Method.ContainingType.Qualified()}.{Method.Name}";
}
