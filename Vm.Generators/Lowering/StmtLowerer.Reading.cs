using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>
/// Reads under a lock that is not taken. The representation has the one that counts, so the others must leave no trace: until the
/// operation begins anew it changes locals only, and nothing leaves it or stops in it.
/// </summary>
sealed partial class StmtLowerer
{
    const string WriteReading =
        "write ReadSection x = row.Lock.BeginRead(); ... if (x.MustRepeat()) return Body(its parameters); among the first statements of the body";

    const string ChangeLater = "let it give values to locals alone, and do the rest behind it";

    IEnumerable<Stmt> LowerBlock(IBlockOperation block)
    {
        var operations = block.Operations;
        var begin = operations.ToList().FindIndex(operation => SectionBegun(operation) is not null);
        if (begin < 0) return operations.SelectMany(Statements);

        var section = SectionBegun(operations[begin])!;
        var end = operations.ToList().FindIndex(operation => BeginsAnew(operation, section.Symbol));
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

    /// <summary>Whether the statement calls its own body with its own parameters if the section must be repeated.</summary>
    static bool BeginsAnew(IOperation operation, ILocalSymbol section) =>
        operation is IConditionalOperation { Condition: IInvocationOperation condition, WhenFalse: null } conditional
        && condition.Instance is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, section)
        && (conditional.WhenTrue is IBlockOperation { Operations.Length: 1 } only ? only.Operations[0] : conditional.WhenTrue)
            is IReturnOperation { ReturnedValue: IInvocationOperation again }
        && SymbolEqualityComparer.Default.Equals(
            again.TargetMethod, operation.SemanticModel!.GetEnclosingSymbol(operation.Syntax.SpanStart))
        && again.Arguments.All(argument =>
            argument.Value is IParameterReferenceOperation given
            && SymbolEqualityComparer.Default.Equals(given.Parameter, argument.Parameter));

    /// <summary>What a reading that does not count would leave behind, in words, or null.</summary>
    string? Trace(IEnumerable<Stmt> statements, bool inLoop = false) => statements.Select(statement => statement switch
    {
        Let { Value: Invocation } or Ir.Assign { Value: Invocation } or Invoke => "with a call of an operation or helper",
        Ir.Assign { Target: not Variable } => "that changes the state",
        Ir.Assign s when IsParameter(scope.SourceOf(s), ((Variable)s.Target).Name) => "that changes a parameter",
        Let or Alias or Ir.Assign => null,
        If s => Trace(s.Then, inLoop) ?? Trace(s.Else, inLoop),
        While s => Trace(s.Body, inLoop: true),
        Break or Continue when inLoop => null,
        Assertion or Panic => "that stops the component over what it has read",
        _ => "that is left before it is known to be right, or that changes a lock or a ghost",
    }).FirstOrDefault(trace => trace is not null);

    bool IsParameter(SyntaxNode source, string name) =>
        scope.Compilation.GetSemanticModel(source.SyntaxTree).GetEnclosingSymbol(source.SpanStart) is IMethodSymbol method
        && method.Parameters.Any(parameter => parameter.Name == name);
}
