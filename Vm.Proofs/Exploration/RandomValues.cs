using Vm.Generators.Ir;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Exploration;

/// <summary>Random values of the component's types: rows that are there, null, small numbers and those that the program names.</summary>
sealed class RandomValues(IrProgram program, Random random)
{
    readonly IReadOnlyList<Int128> numbers = [-1, .. SmallNumbers.Of(program).Select(number => (Int128)number)];

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public int Index(int count) => random.Next(count);

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    /// <summary>Arguments that belong together, now and then: values of one row, because keys are looked up.</summary>
    public Int128[] Arguments(OperationItem operation, ConcreteState state)
    {
        if (Chance(2)) return [.. operation.Parameters.Select(parameter => Of(parameter.Type, state))];

        var table = program.State.Tables.MaxBy(candidate => Chance(4) ? 0 : Known(candidate, operation))!;
        var row = Pick([.. state.Rows(table)]);
        return [.. operation.Parameters.Select(parameter => AtRow(parameter.Type, table, row, state))];
    }

    public Int128 Of(string type, ConcreteState state, int? bits = null)
    {
        if (type == IrTypes.Bool) return random.Next(2);
        if (program.Enums.TryGetValue(type, out var enumeration)) return (Int128)Pick(enumeration.Members).Value;
        if (!program.Handles.TryGetValue(type, out var handle)) return Number(type, state, bits);

        var rows = state.RowCounts[program.TableOf(type).Name];
        return random.Next(rows + (handle.Nullable ? 1 : 0));
    }

    // Often a value that the state holds already, or the one behind it: keys are compared.
    Int128 Number(string type, ConcreteState state, int? bits)
    {
        var value = Chance(3) ? Existing(type, state) + (Chance(2) ? 0 : Pick(numbers)) : Pick(numbers);
        return MachineIntegers.Wrap(bits is { } width ? value & ((Int128.One << width) - 1) : value, type);
    }

    /// <summary>How many of the operation's parameters a row of the table has a value for.</summary>
    int Known(TableDeclaration table, OperationItem operation) => operation.Parameters.Count(parameter =>
        table.Handle == parameter.Type || program.Fields(table).Any(field => field.Type == parameter.Type));

    Int128 AtRow(string type, TableDeclaration table, Int128 row, ConcreteState state)
    {
        List<Int128> there =
        [
            .. table.Handle == type ? [row] : Array.Empty<Int128>(),
            .. program.Fields(table).Where(field => field.Type == type).Select(field => state[table.Name, row, field.Name]),
        ];
        if (there.Count == 0) return Of(type, state);

        var value = Pick(there);
        return IrTypes.IsInteger(type) && Chance(3) ? MachineIntegers.Wrap(value + Pick(numbers), type) : value;
    }

    Int128 Existing(string type, ConcreteState state)
    {
        var fields = program.State.Tables
            .SelectMany(table => program.Fields(table).Where(field => field.Type == type).Select(field => (Table: table, field.Name)))
            .ToList();
        if (fields.Count == 0) return 0;

        var (table, name) = Pick(fields);
        return state[table.Name, Pick([.. state.Rows(table)]), name];
    }
}
