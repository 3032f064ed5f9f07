using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Locks;
using Vm.Generators.Lowering;
using Vm.Generators.Symbols;

namespace Vm.Generators.Diagnostics;

/// <summary>Judges the locks of operations on all their paths: VM0011 to VM0022. It reads the lowered bodies, as the proofs do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockAnalyzer : DiagnosticAnalyzer
{
    static readonly IReadOnlyDictionary<LockRule, DiagnosticDescriptor> Rules = new Dictionary<LockRule, DiagnosticDescriptor>
    {
        [LockRule.UnguardedUse] = Descriptors.UnguardedUse,
        [LockRule.MissingAtCall] = Descriptors.MissingAtCall,
        [LockRule.HeldAlready] = Descriptors.HeldAlready,
        [LockRule.OutOfOrder] = Descriptors.OutOfOrder,
        [LockRule.NotHeld] = Descriptors.NotHeld,
        [LockRule.WrongOnReturn] = Descriptors.WrongOnReturn,
        [LockRule.LoopChangesLocks] = Descriptors.LoopChangesLocks,
        [LockRule.Unclaimed] = Descriptors.UnclaimedLock,
        [LockRule.IdleClause] = Descriptors.IdleLockClause,
        [LockRule.ConstantWritten] = Descriptors.ConstantWritten,
        [LockRule.NotOwned] = Descriptors.NotOwned,
        [LockRule.UnkeptResult] = Descriptors.UnkeptResult,
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Each operation by itself, so that an editor shows what is wrong in an open file while it is typed; the project is lowered once.</summary>
    static void Start(CompilationStartAnalysisContext context)
    {
        var compilation = context.Compilation;

        // Not cancelled: an exception would be remembered.
        var component = new Lazy<LoweredComponent>(() => LoweredComponent.Of(compilation, CancellationToken.None));
        context.RegisterSymbolAction(c => Analyze(c, component), SymbolKind.Method);
    }

    static void Analyze(SymbolAnalysisContext context, Lazy<LoweredComponent> component)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.Has(VocabularyNames.Operation)) return;

        var operations = component.Value.Operations.Where(operation => operation.Name == OperationSymbol.NameOf(method));
        foreach (var diagnostic in Judge(component.Value, operations)) context.ReportDiagnostic(diagnostic);
    }

    /// <summary>What is wrong with some of a component's operations.</summary>
    internal static IEnumerable<Diagnostic> Judge(LoweredComponent component, IEnumerable<OperationItem> operations) =>
        LockProgram.Of(component.Items) is { } program
            ? operations.SelectMany(operation => OperationCheck.Of(program, operation)).Select(f => Report(f, component))
            : [];

    static Diagnostic Report(LockFinding finding, LoweredComponent component)
    {
        var places = finding.Path.Select(component.PlaceOf).OfType<Location>().Reverse().DefaultIfEmpty(component.PlaceOf(finding.Operation)).ToList();
        return Diagnostic.Create(Rules[finding.Rule], places[0], places.Skip(1), LockRepairs.Of(finding, component.Items), [.. finding.Texts]);
    }
}
