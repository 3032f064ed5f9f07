using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Vm.Generators.Common;
using Vm.Generators.Snapshots;
using Vm.Generators.Symbols;

namespace Vm.Generators.Diagnostics;

/// <summary>Judges operations and how they meet their contracts: VM0004, VM0006 and VM0007.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.UnboundClauseParameter, Descriptors.PathLeadsNowhere, Descriptors.MalformedOperation];

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
        if (!method.Has(VocabularyNames.Operation)) return;

        if (Malformation(method) is var (reason, wayOut))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.MalformedOperation, method.Locations[0], method.Name, reason, wayOut));
            return;
        }

        if (OperationSymbol.Of(method) is not { } operation) return;
        foreach (var clause in operation.Contract.Requires.Concat(operation.Contract.Ensures)) AnalyzeParameters(context, operation, clause);
        foreach (var clause in operation.Contract.Ensures) AnalyzeResult(context, operation, clause);
        AnalyzePaths(context, operation);
    }

    static (string Reason, string WayOut)? Malformation(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (!OperationSymbol.IsBody(method)) return ("its name does not end in Body", $"call it {method.Name}Body; the woven operation gets the name before");
        if (!IsPartial(type)) return ($"class {type.Name} is not partial", "declare it so");
        if (method.IsStatic || method.IsGenericMethod || method.Parameters.Any(p => p.RefKind != RefKind.None))
            return ("it is static or generic or has a parameter by reference", "take handles and values, and change rows through the state");
        if (OperationSymbol.IsOverloaded(method)) return ("its name is overloaded", "give each operation a name of its own");

        var component = ComponentSymbol.Of(type);
        if (component is null) return ($"class {type.Name} has no field of a [State] type", "add one, through which bodies reach the state");
        return component.Mode is null
            ? ($"class {type.Name} has no type parameter that is an ICheckMode", "add one: where TMode : struct, ICheckMode")
            : null;
    }

    /// <summary>The woven part is partial in any case, so all declarations have to be.</summary>
    static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(r =>
            r.GetSyntax() is TypeDeclarationSyntax t && t.Modifiers.Any(m => m.IsKind(SyntaxKind.PartialKeyword)));

    static void AnalyzeParameters(SymbolAnalysisContext context, OperationSymbol operation, ClauseSymbol clause)
    {
        foreach (var parameter in clause.Method.Parameters)
        {
            var isState = SymbolEqualityComparer.Default.Equals(parameter.Type, operation.Component.State.Type);
            if (isState || operation.Binding(parameter) is not null) continue;
            ReportUnbound(context, operation, clause, parameter.Type, parameter.Name,
                "clauses are bound to the operation's parameters by name and type");
        }
    }

    static void AnalyzeResult(SymbolAnalysisContext context, OperationSymbol operation, ClauseSymbol clause)
    {
        if (EntryUses.Of(clause, context.Compilation).Result is not { } result) return;
        if (SymbolEqualityComparer.Default.Equals(result, operation.Body.ReturnType)) return;
        ReportUnbound(context, operation, clause, result, "result",
            $"use Spec.Result<{operation.Body.ReturnType.Name}>() or change what the operation returns");
    }

    static void ReportUnbound(
        SymbolAnalysisContext context, OperationSymbol operation, ClauseSymbol clause, ITypeSymbol type, string name, string wayOut) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnboundClauseParameter, operation.Body.Locations[0],
            $"{clause.Method.ContainingType.Name}.{clause.Method.Name}",
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), name, operation.Name, wayOut));

    static void AnalyzePaths(SymbolAnalysisContext context, OperationSymbol operation)
    {
        foreach (var clause in operation.Contract.Locks)
        {
            if (clause.When.Length > 0 && !StatePlace.Exists(clause.When, operation))
                ReportPath(context, operation, $"The {clause.LockClass} lock's condition", clause.When, "name a field of a parameter's row");
            if (!LockInstance.NeedsInstance(clause) || LockInstance.Resolve(clause, operation) is not null) continue;
            ReportPath(context, operation, $"The {clause.LockClass} lock's instance", clause.Of,
                "name a parameter, or a field of its row, that has a field with this [LockClass]");
        }

        foreach (var place in operation.Contract.Modifies)
        {
            if (StatePlace.Exists(place, operation)) continue;
            ReportPath(context, operation, "The modified place", place,
                "name a scalar of the state, a field of a parameter's row, or a field of a table");
        }
    }

    static void ReportPath(SymbolAnalysisContext context, OperationSymbol operation, string what, string path, string wayOut) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.PathLeadsNowhere, operation.Body.Locations[0],
            what, path, operation.Contract.Type.Name, operation.Name, wayOut));
}
