using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vm.Generators.Common;
using Vm.Generators.Lowering;
using Vm.Generators.Snapshots;

namespace Vm.Generators.Diagnostics;

/// <summary>Judges clauses by themselves: VM0009 and VM0010.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClauseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.OldOfBoundVariable, Descriptors.NobodyEvaluates];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        var rangesOverRows = method.Has(VocabularyNames.Invariant) || method.Has(VocabularyNames.AbstractState);
        var isEnsures = method.Has(VocabularyNames.Ensures);
        if (!rangesOverRows && !isEnsures && !method.Has(VocabularyNames.Requires)) return;

        if (Neglect(method, rangesOverRows) is var (reason, wayOut))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NobodyEvaluates, method.Locations[0], method.Name, reason, wayOut));
        if (isEnsures) AnalyzeOld(context, method);
    }

    static (string Reason, string WayOut)? Neglect(IMethodSymbol method, bool rangesOverRows)
    {
        if (!method.IsStatic || method.DeclaredAccessibility != Accessibility.Public || method.ReturnType.SpecialType != SpecialType.System_Boolean)
            return ("it is not a public static method that returns bool", "declare it so");
        if (!rangesOverRows)
            return method.ContainingType.Has(VocabularyNames.Contract) ? null : ("its class is no [Contract]", "mark the class, or move the clause into a contract");
        if (method.Parameters.Length == 0 || !TypeLowering.IsState(method.Parameters[0].Type))
            return ("its first parameter is not the state", "take the [State] type first");
        return method.Parameters.Skip(1).FirstOrDefault(p => !p.Type.IsHandle()) is { } other
            ? ($"its parameter '{other.Name}' is not a handle and cannot range over a table", "take handles behind the state")
            : null;
    }

    /// <summary>An old value is computed at entry, so nothing in it may be bound by a lambda around it.</summary>
    static void AnalyzeOld(SymbolAnalysisContext context, IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not MethodDeclarationSyntax syntax) return;

        foreach (var (old, variable) in EntryUses.OldsOfBoundVariables(syntax, context.Compilation))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OldOfBoundVariable, old.GetLocation(), old.ToString(), variable));
    }
}
