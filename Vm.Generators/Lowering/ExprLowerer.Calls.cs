using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Symbols;

namespace Vm.Generators.Lowering;

/// <summary>Calls of functions; calls that have effects, where they may stand; words of the contract language.</summary>
sealed partial class ExprLowerer
{
    /// <summary>The right side of a declaration, assignment or return: an expression, or a call that has effects.</summary>
    public Expr LowerValue(IOperation operation) =>
        operation is IInvocationOperation call && TryInvocation(call) is { } invocation ? invocation : Lower(operation);

    /// <summary>A call of an operation, helper or external method; null if the method is none of these.</summary>
    public Invocation? TryInvocation(IInvocationOperation operation) =>
        KindOf(operation.TargetMethod) is { } kind ? new(kind, operation.TargetMethod.Name, Arguments(operation)) : null;

    Expr LowerInvocation(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        if (method.Has(VocabularyNames.Pure)) return new Call(method.Name, Arguments(operation));
        if (method.ContainingType.DefinitionName() == VocabularyNames.Spec) return LowerWord(operation);
        if (method is { Name: "Of", IsStatic: true } && method.ContainingType.IsHandle())
            return new HandleOf(method.ContainingType.Name, Lower(operation.Arguments[0].Value));
        if (method.Name == "Contains" && LowerGhostSet(operation) is { } set)
            return ProofOnly(operation) ?? new GhostMember(set, Lower(operation.Arguments[0].Value));
        if (KindOf(method) is not null)
            return scope.Refuse(operation.Syntax, $"a call of {method.Name} inside an expression", "give its result to a local first");

        return scope.Refuse(operation.Syntax, $"a call of {method.Name}",
            "mark the method [Pure], [Inline] or [External], or make it an operation");
    }

    /// <summary>The ghost set that a call is about, or null.</summary>
    public static string? LowerGhostSet(IInvocationOperation operation) =>
        operation.Instance is IFieldReferenceOperation field
        && field.Type!.DefinitionName() == VocabularyNames.GhostSet
        && TypeLowering.IsState(field.Instance?.Type)
            ? field.Field.Name
            : null;

    EquatableArray<Expr> Arguments(IInvocationOperation operation)
    {
        foreach (var given in operation.Arguments.Where(a => TypeLowering.IsTableOfHelper(a.Parameter!)))
        {
            if (TableOf(given.Parameter!) is not { } table || TableOf(given.Value) != table)
                scope.Refuse(given.Syntax, $"the table '{given.Value.Syntax}' as an argument", "give the state's first table with that handle, or a local for it");
        }

        return operation.Arguments.Where(a => TypeLowering.IsLowered(a.Parameter!))
            .OrderBy(a => a.Parameter!.Ordinal).Select(a => Lower(a.Value)).ToEquatableArray();
    }

    static InvocationKind? KindOf(IMethodSymbol method)
    {
        if (method.Has(VocabularyNames.Inline)) return InvocationKind.Inlined;
        if (method.Has(VocabularyNames.External)) return InvocationKind.Outside;
        var isWoven = method.ContainingType.GetMembers(method.Name + OperationSymbol.BodySuffix)
            .Any(m => m.Has(VocabularyNames.Operation));
        return isWoven ? InvocationKind.Perform : null;
    }

    Expr LowerWord(IInvocationOperation operation) => operation.TargetMethod.Name switch
    {
        "ForAll" => Quantified(operation, Quantifier.ForAll),
        "Exists" => Quantified(operation, Quantifier.Exists),
        "Count" => Quantified(operation, Quantifier.Count),
        "Unique" => LowerUnique(operation),
        "Chain" => LowerChain(operation),
        "Queue" => LowerQueue(operation),
        "Rank" => ProofOnly(operation) ?? LowerRank(operation),
        "Old" => (IsInLoopClause(operation) ? null : OnlyInEnsures(operation)) ?? new Old(Lower(operation.Arguments[0].Value)),
        "Result" => OnlyInEnsures(operation) ?? new Result(),
        _ => Refuse(operation),
    };

    Expr Quantified(IInvocationOperation operation, Quantifier quantifier)
    {
        var (binder, body) = Lambda(operation, "body");
        return new Quantified(quantifier, binder, body);
    }

    Expr LowerUnique(IInvocationOperation operation)
    {
        var (row, where) = Lambda(operation, "where");
        var key = LambdaBody(operation, "key");
        var keys = key is ITupleOperation tuple ? tuple.Elements.Select(Lower) : key is null ? [] : [Lower(key)];
        CheckBinder(operation, "key", row);
        return new Unique(row, where, keys.ToEquatableArray());
    }

    Expr LowerChain(IInvocationOperation operation)
    {
        var (list, head) = Lambda(operation, "head");
        var (row, next) = Lambda(operation, "next");
        return new Chain(list, head, row, next, Lambda(operation, "member", row), Lambda(operation, "key", row));
    }

    Expr LowerQueue(IInvocationOperation operation)
    {
        var (list, first) = Lambda(operation, "first");
        var (row, next) = Lambda(operation, "next");
        return new Queue(
            list, first, Lambda(operation, "last", list),
            row, next, Lambda(operation, "prev", row), Lambda(operation, "member", row), Lambda(operation, "key", row));
    }

    Expr LowerRank(IInvocationOperation operation)
    {
        var list = Argument(operation, "list");
        while (list is IConversionOperation or IDelegateCreationOperation)
            list = list is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)list).Target;
        return list is IMethodReferenceOperation method && method.Method.Has(VocabularyNames.Invariant)
            ? new Rank(method.Method.Name, Lower(Argument(operation, "row")))
            : scope.Refuse(operation.Syntax, "a rank in a list that is not an invariant", "name the [Invariant] that declares the list");
    }

    (Binder Binder, Expr Body) Lambda(IInvocationOperation operation, string parameter)
    {
        var function = LambdaOf(operation, parameter);
        if (function is null || LambdaBody(operation, parameter) is not { } body)
            return (new("_", IrTypes.Unit), scope.Refuse(Argument(operation, parameter).Syntax,
                $"the argument '{parameter}'", "write a lambda with one parameter and an expression"));

        var row = function.Symbol.Parameters[0];
        return (new(row.Name, TypeOf(row.Type, function.Syntax)), Lower(body));
    }

    /// <summary>A further lambda over the same row; the representation binds it once, so it has one name.</summary>
    Expr Lambda(IInvocationOperation operation, string parameter, Binder binder)
    {
        CheckBinder(operation, parameter, binder);
        return Lambda(operation, parameter).Body;
    }

    void CheckBinder(IInvocationOperation operation, string parameter, Binder binder)
    {
        var name = LambdaOf(operation, parameter)?.Symbol.Parameters[0].Name;
        if (name is null || name == binder.Name) return;
        scope.Refuse(Argument(operation, parameter).Syntax, $"the lambda parameter '{name}' beside '{binder.Name}'",
            "use one name in all lambdas over the same rows");
    }

    static IAnonymousFunctionOperation? LambdaOf(IInvocationOperation operation, string parameter) =>
        Argument(operation, parameter) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }
        && function.Symbol.Parameters.Length == 1
            ? function
            : null;

    static IOperation? LambdaBody(IInvocationOperation operation, string parameter) =>
        LambdaOf(operation, parameter)?.Body.Operations is { Length: 1 } body && body[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;

    static IOperation Argument(IInvocationOperation operation, string parameter) =>
        operation.Arguments.First(a => a.Parameter!.Name == parameter).Value;

    Expr? ProofOnly(IInvocationOperation operation) => scope.Words == WordScope.Code
        ? null
        : scope.Refuse(operation.Syntax, $"{operation.TargetMethod.Name} in a clause that runs", "use it in Loop.Invariant and Loop.Decreases");

    /// <summary>A body knows the state at entry only where the proof alone looks.</summary>
    static bool IsInLoopClause(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IInvocationOperation call && call.TargetMethod.ContainingType.DefinitionName() == VocabularyNames.Loop) return true;
        }

        return false;
    }

    Expr? OnlyInEnsures(IInvocationOperation operation) => scope.Words == WordScope.Ensures
        ? null
        : scope.Refuse(operation.Syntax, $"{operation.TargetMethod.Name} outside an [Ensures] clause", "move it into one");
}
