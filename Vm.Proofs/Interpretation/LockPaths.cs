using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>Finds the locks that the lock clauses of a contract mean.</summary>
sealed class LockPaths(IrProgram program)
{
    /// <summary>The lock, or null if the clause does not apply or names no row.</summary>
    public LockInstance? Of(LockClause clause, OperationItem operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        if (clause.When.Length > 0 && !Applies(clause.When, operation, arguments, state)) return null;
        if (clause.Of.Length == 0) return new(clause.LockClass, null, 0);

        var (table, row) = RowAt(clause.Of, operation, arguments, state);
        return row == 0 && program.Handles[table.Handle].Nullable ? null : new(clause.LockClass, table.Name, row);
    }

    bool Applies(string when, OperationItem operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        var dot = when.LastIndexOf('.');
        var (table, row) = RowAt(when[..dot], operation, arguments, state);
        return state[table.Name, row, when[(dot + 1)..]] != 0;
    }

    /// <summary>The row that is meant by <c>obj</c> or <c>mem.Object</c>.</summary>
    (TableDeclaration Table, Int128 Row) RowAt(
        string path, OperationItem operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        var names = path.Split('.');
        var index = operation.Parameters.ToList().FindIndex(parameter => parameter.Name == names[0]);
        var (table, row) = (program.TableOf(operation.Parameters[index].Type), arguments[index]);
        foreach (var field in names.Skip(1))
        {
            var target = program.Field(table.Name, field).Type;
            (table, row) = (program.TableOf(target), state[table.Name, row, field]);
        }

        return (table, row);
    }
}
