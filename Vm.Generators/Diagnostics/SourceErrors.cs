using Microsoft.CodeAnalysis;

namespace Vm.Generators.Diagnostics;

/// <summary>Whether the compiler itself has something against a piece of source.</summary>
static class SourceErrors
{
    public static bool Cover(SyntaxNode node, Compilation compilation) =>
        compilation.GetSemanticModel(node.SyntaxTree).GetDiagnostics(node.Span).Any(d => d.Severity == DiagnosticSeverity.Error);
}
