using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Loops, locks and calls.</summary>
sealed partial class StmtLowerer
{
    IEnumerable<Stmt> LowerWhile(IWhileLoopOperation operation)
    {
        var condition = operation.Condition!;
        return [LowerLoop(operation, condition, operation.Body, [])];
    }

    IEnumerable<Stmt> LowerFor(IForLoopOperation operation)
    {
        var before = operation.Before.SelectMany(Statements).ToList();
        var after = operation.AtLoopBottom.SelectMany(Statements).ToList();
        if (operation.Condition is null) return Refuse(operation, "a for without a condition", "write while (true)");
        return [.. before, LowerLoop(operation, operation.Condition, operation.Body, after)];
    }

    While LowerLoop(IOperation loop, IOperation condition, IOperation body, IEnumerable<Stmt> after)
    {
        var operations = body is IBlockOperation block ? block.Operations.ToList() : [body];
        var invariants = new List<Expr>();
        Expr? decreases = null;
        while (operations.Count > 0 && LoopWord(operations[0]) is { } word)
        {
            var clause = expr.Lower(word.Arguments[0].Value);
            if (word.TargetMethod.Name == "Invariant") invariants.Add(clause);
            else decreases = clause;
            operations.RemoveAt(0);
        }

        return scope.At(loop.Syntax, new While(
            expr.Lower(condition), invariants.ToEquatableArray(), decreases,
            operations.SelectMany(Statements).Concat(after).ToEquatableArray()));
    }

    static IInvocationOperation? LoopWord(IOperation operation) =>
        operation is IExpressionStatementOperation { Operation: IInvocationOperation call }
        && call.TargetMethod.ContainingType.DefinitionName() == VocabularyNames.Loop
            ? call
            : null;

    IEnumerable<Stmt> LowerContinue(IBranchOperation operation)
    {
        IOperation? loop = operation.Parent;
        while (loop is not null and not ILoopOperation) loop = loop.Parent;
        return loop is IForLoopOperation
            ? Refuse(operation, "continue in a for", "write a while, so that the step is seen to be taken")
            : One(operation, new Continue());
    }

    IEnumerable<Stmt> LowerUsing(IUsingOperation operation) =>
        operation.Resources is IInvocationOperation call && LockOf(call, "Enter") is { } place
            ? One(operation, new Locked(place, Lower(operation.Body)))
            : Refuse(operation, "this using statement", "write using (x.Lock.Enter()) with a block");

    IEnumerable<Stmt> LowerCall(IInvocationOperation operation)
    {
        var method = operation.TargetMethod;
        var owner = method.ContainingType.DefinitionName();
        if (owner == VocabularyNames.Check) return LowerCheck(operation);
        if (owner == VocabularyNames.Loop)
            return Refuse(operation, $"Loop.{method.Name} here", "write it first in the body of its loop");
        if (LockOf(operation, "Acquire") is { } acquired) return One(operation, new Acquire(acquired));
        if (LockOf(operation, "Release") is { } released) return One(operation, new Release(released));
        if (ExprLowerer.LowerGhostSet(operation) is { } set)
        {
            var row = expr.Lower(operation.Arguments[0].Value);
            return One(operation, method.Name == "Add" ? new GhostAdd(set, row) : new GhostRemove(set, row));
        }

        return expr.TryInvocation(operation) is { } invocation
            ? One(operation, new Invoke(invocation))
            : Refuse(operation, $"a call of {method.Name}", "mark the method [Inline] or [External], or make it an operation");
    }

    IEnumerable<Stmt> LowerCheck(IInvocationOperation operation)
    {
        var arguments = operation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value).ToList();
        if (operation.TargetMethod.Name == "Assert") return One(operation, new Assertion(expr.Lower(arguments[0])));

        return arguments[0].ConstantValue.Value is string function && arguments[1].ConstantValue.Value is string clause
            ? One(operation, new Panic(function, clause))
            : Refuse(operation, "a panic with a computed text", "write the function and the clause as literals");
    }

    /// <summary>The lock that a method of a lock is called on, or null.</summary>
    Place? LockOf(IInvocationOperation operation, string method) =>
        operation.TargetMethod.Name == method
        && TypeLowering.IsLock(operation.TargetMethod.ContainingType)
        && operation.Instance is not null
            ? expr.LowerPlace(operation.Instance)
            : null;
}
