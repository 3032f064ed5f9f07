using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Symbols;

namespace Vm.Generators.Lowering;

/// <summary>
/// Reads under a lock that is not taken. The representation has the reading that counts, so one that does not must leave no trace:
/// until the operation hands over it changes locals only, and nothing leaves it or stops in it. What it hands over to has the same
/// contract and is proved by itself, so it need not be in the representation.
/// </summary>
sealed partial class StmtLowerer
{
    const string WriteReading =
        "write ReadSection x = row.Lock.BeginRead(); ... if (x.IsStale) return another operation of the same contract(the same parameters); "
        + "among the first statements of the body";

    const string ChangeLater = "let it give values to locals alone, and do the rest behind it";

    IEnumerable<Stmt> LowerBlock(IBlockOperation block)
    {
        var operations = block.Operations;
        var begin = operations.ToList().FindIndex(operation => SectionBegun(operation) is not null);
        if (begin < 0) return operations.SelectMany(Statements);

        var section = SectionBegun(operations[begin])!;
        var end = operations.ToList().FindIndex(operation => HandsOver(operation, section.Symbol));
        if (end < 0 || block.Parent is not IMethodBodyOperation
            || section.Initializer?.Value is not IInvocationOperation call || LockOf(call, "BeginRead") is not { } place)
        {
            return Refuse(section, $"the read section '{section.Symbol.Name}'", WriteReading);
        }

        var before = operations.Take(begin).SelectMany(Statements).ToList();
        var body = operations.Skip(begin + 1).Take(end - begin - 1).SelectMany(Statements).ToEquatableArray();
        if (Trace(before.Concat(body)) is { } trace) return Refuse(section, $"a read section {trace}", ChangeLater);

        return [.. before, scope.At(section.Syntax, new ReadUnder(place, body)), .. operations.Skip(end + 1).SelectMany(Statements)];
    }

    static IVariableDeclaratorOperation? SectionBegun(IOperation operation) =>
        (operation as IVariableDeclarationGroupOperation)?.Declarations.SelectMany(d => d.Declarators)
            .FirstOrDefault(d => d.Symbol.Type.DefinitionName() == VocabularyNames.ReadSection);

    /// <summary>Whether the statement calls another operation of the same contract with the same parameters if the section is stale.</summary>
    static bool HandsOver(IOperation operation, ILocalSymbol section) =>
        operation is IConditionalOperation { Condition: IPropertyReferenceOperation condition, WhenFalse: null } conditional
        && condition.Instance is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, section)
        && (conditional.WhenTrue is IBlockOperation { Operations.Length: 1 } only ? only.Operations[0] : conditional.WhenTrue)
            is IReturnOperation { ReturnedValue: IInvocationOperation other }
        && operation.SemanticModel!.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol body
        && ContractOf(body) is { } contract
        && other.TargetMethod.Name + OperationSymbol.BodySuffix is var otherBody && otherBody != body.Name
        && SymbolEqualityComparer.Default.Equals(
            contract, other.TargetMethod.ContainingType.GetMembers(otherBody).Select(ContractOf).FirstOrDefault())
        && other.Arguments.Length == body.Parameters.Length
        && other.Arguments.All(argument =>
            argument.Value is IParameterReferenceOperation given && given.Parameter.Ordinal == argument.Parameter!.Ordinal);

    static ITypeSymbol? ContractOf(ISymbol body) => body is IMethodSymbol method ? OperationSymbol.Of(method)?.Contract.Type : null;

    /// <summary>What a reading that does not count would leave behind, in words, or null.</summary>
    string? Trace(IEnumerable<Stmt> statements, bool inLoop = false, bool inHelper = false) => statements.Select(statement => statement switch
    {
        Let { Value: Invocation call } => TraceOf(statement, call),
        Ir.Assign { Target: Variable, Value: Invocation call } => TraceOf(statement, call),
        Invoke => Calls,
        Ir.Assign { Target: not Variable } => "that changes the state",
        Ir.Assign s when !inHelper && IsParameter(scope.SourceOf(s), ((Variable)s.Target).Name) => "that changes a parameter",
        Let or Alias or Ir.Assign => null,
        If s => Trace(s.Then, inLoop, inHelper) ?? Trace(s.Else, inLoop, inHelper),
        While s => Trace(s.Body, inLoop: true, inHelper),
        Break or Continue when inLoop => null,
        Return { Value: not Invocation } when inHelper => null,
        Assertion or Panic => "that stops the component over what it has read",
        _ => "that is left before it is known to be right, or that changes a lock or a ghost",
    }).FirstOrDefault(trace => trace is not null);

    const string Calls = "with a call of an operation or of an external method";

    string? TraceOf(Stmt statement, Invocation call)
    {
        if (call.Kind != InvocationKind.Inlined) return Calls;

        var syntax = scope.SourceOf(statement);
        var helper = syntax.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Select(node => scope.Compilation.GetSemanticModel(node.SyntaxTree).GetSymbolInfo(node).Symbol)
            .OfType<IMethodSymbol>().First(method => method.Name == call.Name);
        return new StmtLowerer(new(scope.Compilation, scope.Words)).TraceOf(helper);
    }

    string? TraceOf(IMethodSymbol helper) => Trace(Lower(ItemLowering.BlockOf(helper, scope)), inHelper: true);

    bool IsParameter(SyntaxNode source, string name) =>
        scope.Compilation.GetSemanticModel(source.SyntaxTree).GetEnclosingSymbol(source.SpanStart) is IMethodSymbol method
        && method.Parameters.Any(parameter => parameter.Name == name);
}
