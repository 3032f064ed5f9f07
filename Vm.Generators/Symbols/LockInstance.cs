using Vm.Generators.Ir;

namespace Vm.Generators.Symbols;

/// <summary>Finds the lock that a lock clause of a contract means.</summary>
static class LockInstance
{
    /// <summary>The local that has the operation's result where locks are checked.</summary>
    public const string ResultLocal = "result_";

    const string ResultName = "result";

    /// <summary>Whether the lock is found through the operation's result, and so only on return.</summary>
    public static bool IsOfResult(LockClause clause, OperationSymbol operation) =>
        clause.Duty == LockDuty.ReturnsHolding && clause.Of.Split('.')[0] == ResultName
        && operation.Body.Parameters.All(p => p.Name != ResultName);

    /// <summary>The C# expression of the lock, or null if the clause names none.</summary>
    public static string? Resolve(LockClause clause, OperationSymbol operation)
    {
        var state = operation.Component.State;
        var field = operation.Component.StateField.Name;
        if (clause.Of.Length == 0)
            return state.LockOf(clause.LockClass) is { } own ? $"{field}.{own}" : null;

        var row = IsOfResult(clause, operation)
            ? RowPath.Follow(clause.Of.Split('.').Skip(1), operation.Body.ReturnType, ResultLocal, state, field)
            : RowPath.Resolve(clause.Of, operation.Body.Parameters, state, field);
        return row is var (table, handle)
            && StateSymbol.LockOf(table.Row, clause.LockClass) is { } name
                ? $"{field}.{table.Name}[{handle}].{name}"
                : null;
    }

    /// <summary>An operation may take any one lock of a class; other duties are about one instance.</summary>
    public static bool NeedsInstance(LockClause clause) => clause.Duty != LockDuty.Acquires || clause.Of.Length > 0;
}
