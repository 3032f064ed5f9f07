using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vm.Generators.Common;
using Vm.Generators.Lowering;

namespace Vm.Generators.Diagnostics;

/// <summary>Says where and why a declaration has no intermediate representation: VM0005. It lowers as the generator does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoweringAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NotLowerable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType, SymbolKind.Method);
    }

    static void Analyze(SymbolAnalysisContext context)
    {
        foreach (var attribute in ItemLowering.Attributes.Where(context.Symbol.Has))
        {
            foreach (var reference in context.Symbol.DeclaringSyntaxReferences.Take(1))
            {
                var declaration = reference.GetSyntax(context.CancellationToken);
                var lowered = ItemLowering.Lower(declaration, attribute, WovenDeclarations.AddTo(context.Compilation));
                foreach (var problem in lowered?.Problems ?? []) Report(context, problem);
            }

            ReportNamesake(context, attribute);
        }
    }

    /// <summary>What does not compile is the compiler's to report.</summary>
    static void Report(SymbolAnalysisContext context, LoweringProblem problem)
    {
        if (SourceErrors.Cover(problem.Where, context.Compilation)) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.NotLowerable, problem.Where.GetLocation(), problem.What, problem.WayOut));
    }

    /// <summary>Items are called by their simple names, so two of a kind may not have one.</summary>
    static void ReportNamesake(SymbolAnalysisContext context, string attribute)
    {
        var symbol = context.Symbol;
        var namesake = context.Compilation
            .GetSymbolsWithName(symbol.Name, SymbolFilter.TypeAndMember, context.CancellationToken)
            .FirstOrDefault(s => !SymbolEqualityComparer.Default.Equals(s, symbol) && s.Has(attribute));
        if (namesake is null) return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotLowerable, symbol.Locations[0],
            $"two items of the name '{symbol.Name}' ({symbol.ToDisplayString()} and {namesake.ToDisplayString()})", "rename one"));
    }
}
