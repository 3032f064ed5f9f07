using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>
/// Reads under a lock that is not taken. The representation has one attempt, so an attempt that failed must leave no trace: it
/// changes locals only, gives each of them a value before it reads it, and nothing leaves it or stops in it.
/// </summary>
sealed partial class StmtLowerer
{
    const string WriteReading = "write ReadSection x = row.Lock.BeginRead(); do { ... } while (x.MustRepeat());";

    readonly Dictionary<ILocalSymbol, Place> sections = new(SymbolEqualityComparer.Default);

    IEnumerable<Stmt> DeclareReading(IVariableDeclaratorOperation operation, IOperation value)
    {
        if (value is not IInvocationOperation call || LockOf(call, "BeginRead") is not { } place)
            return Refuse(operation, $"the read section '{operation.Symbol.Name}'", WriteReading);

        sections[operation.Symbol] = place;
        return [];
    }

    /// <summary>The read section that the loop is the attempts of, or null.</summary>
    static ILocalSymbol? SectionRead(IWhileLoopOperation operation) =>
        operation is { ConditionIsTop: false, ConditionIsUntil: false, Condition: IInvocationOperation condition }
        && condition.TargetMethod.ContainingType.DefinitionName() == VocabularyNames.ReadSection
            ? (condition.Instance as ILocalReferenceOperation)?.Local
            : null;

    IEnumerable<Stmt> LowerReading(IWhileLoopOperation operation, ILocalSymbol section)
    {
        if (!sections.TryGetValue(section, out var place))
            return Refuse(operation, $"the read section '{section.Name}' here", WriteReading);

        var body = Lower(operation.Body);
        if (Trace(body) is { } trace)
        {
            return Refuse(operation.Body, $"a read section {trace}", "let it assign locals alone, and do the rest behind it");
        }

        if (KeptFromAttempt(operation) is { } local)
        {
            return Refuse(
                operation.Body, $"a read section that changes '{local.Name}' not always, or after reading it",
                "give the local its value first, so that each attempt begins anew");
        }

        return One(operation, new ReadUnder(place, body));
    }

    /// <summary>What an attempt would leave behind, in words, or null.</summary>
    static string? Trace(IEnumerable<Stmt> body, bool inLoop = false) => body.Select(statement => statement switch
    {
        Let { Value: Invocation } or Assign { Value: Invocation } or Invoke => "with a call of an operation or helper",
        Let or Alias or Assign { Target: Variable } => null,
        If s => Trace(s.Then, inLoop) ?? Trace(s.Else, inLoop),
        While s => Trace(s.Body, inLoop: true),
        Break or Continue when inLoop => null,
        Ir.Assign => "that changes the state",
        Assertion or Panic => "that stops the component over what it has read",
        _ => "that is left before it is known to be right, or that changes a lock or a ghost",
    }).FirstOrDefault(trace => trace is not null);

    /// <summary>A local whose value can come out of an earlier attempt, or null.</summary>
    static ISymbol? KeptFromAttempt(IWhileLoopOperation operation)
    {
        var flow = operation.SemanticModel!.AnalyzeDataFlow((StatementSyntax)operation.Body.Syntax)!;
        return flow.WrittenInside.Except(flow.VariablesDeclared, SymbolEqualityComparer.Default).FirstOrDefault(written =>
            flow.DataFlowsIn.Contains(written, SymbolEqualityComparer.Default)
            || !flow.AlwaysAssigned.Contains(written, SymbolEqualityComparer.Default));
    }
}
