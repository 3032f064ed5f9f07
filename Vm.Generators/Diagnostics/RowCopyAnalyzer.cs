using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;

namespace Vm.Generators.Diagnostics;

/// <summary>Finds locals that copy a row where a reference was meant: VM0008.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RowCopyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CopiedRow];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Woven operations copy rows, to tell what changed.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.VariableDeclarator);
    }

    static void Analyze(OperationAnalysisContext context)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        var local = declarator.Symbol;
        if (local.RefKind != RefKind.None || !local.Type.IsRow() || !IsRow(declarator.Initializer?.Value)) return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.CopiedRow, local.Locations[0], local.Name, local.Type.Name));
    }

    /// <summary>Whether the value is a row that lives elsewhere, and not one made here.</summary>
    static bool IsRow(IOperation? value) => value switch
    {
        IPropertyReferenceOperation o => o.Property.ReturnsByRef,
        IInvocationOperation o => o.TargetMethod.ReturnsByRef,
        ILocalReferenceOperation o => o.Local.RefKind == RefKind.Ref,
        IArrayElementReferenceOperation => true,
        _ => false,
    };
}
