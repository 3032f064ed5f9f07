using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>What a contract allows to change, at a state of numbers.</summary>
sealed class AllowedChanges
{
    readonly HashSet<string> whole = [];
    readonly HashSet<(string Table, string Field, Int128 Row)> atRow = [];

    /// <param name="program">Gives tables and fields.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="entry">The state at entry.</param>
    public AllowedChanges(IrProgram program, OperationItem operation, IReadOnlyList<Int128> arguments, ConcreteState entry)
    {
        foreach (var place in program.Contract(operation.Contract).Modifies)
        {
            var parts = place.Split('.');
            var parameter = operation.Parameters.ToList().FindIndex(p => p.Name == parts[0]);
            if (parts.Length == 1 || parameter < 0)
            {
                whole.Add(place);
                continue;
            }

            var (table, row) = (program.TableOf(operation.Parameters[parameter].Type).Name, arguments[parameter]);
            foreach (var step in parts[1..^1])
                (table, row) = (program.TableOf(program.Field(table, step).Type).Name, entry[table, row, step]);
            atRow.Add((table, parts[^1], row));
        }
    }

    public bool Include(StateDifference difference) => difference.Table is { } table
        ? whole.Contains($"{table}.{difference.Field}") || atRow.Contains((table, difference.Field, difference.Row))
        : whole.Contains(difference.Field);
}
