using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vm.Generators.Common;
using Vm.Generators.Suppressions;

namespace Vm.Generators.Diagnostics;

/// <summary>Finds rules that are let pass and nobody says why: VM0023.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnreasonedSuppression];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(Analyze);
        context.RegisterCompilationAction(AnalyzeSettings);
    }

    static void Analyze(SemanticModelAnalysisContext context)
    {
        foreach (var found in SuppressionReader.In(context.SemanticModel, context.CancellationToken))
        {
            // What generators of others write is nobody's to repair, and there is nothing in it to judge.
            if (found.Reason.Length > 0 || (found.Rule == SuppressionReader.AllRules && context.IsGeneratedCode && !DeclaresOperations(context))) continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnreasonedSuppression, found.Place, $"'{found.Means}'", found.Rule, found.WayOut));
        }
    }

    static void AnalyzeSettings(CompilationAnalysisContext context)
    {
        foreach (var rule in LoweredSettings.Of(context.Compilation, context.Options, Descriptors.Configurable, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnreasonedSuppression, Location.None, "a setting of the project", rule.Id, "remove it, and let the rule pass at its places, with reasons"));
        }
    }

    static bool DeclaresOperations(SemanticModelAnalysisContext context) =>
        context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Any(m => m.AttributeLists.Count > 0 && context.SemanticModel.GetDeclaredSymbol(m, context.CancellationToken)!.Has(VocabularyNames.Operation));
}
