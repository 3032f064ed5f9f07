using System.Reflection;
using CsCheck;
using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;
using Vm.Resident;

namespace Vm.Proofs.Tests.Interpretation;

/// <summary>The catalogue that runs and the catalogue that is proved are the same, also on states that violate it.</summary>
public sealed class PredicateTests
{
    static readonly Gen<(int Place, int Row, int Value)[]> Damage =
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 10_000], Gen.Int[0, 7]).Array[0, 6];

    [Fact]
    public void Invariants_InterpretedAndCompiled_Agree()
    {
        var interpreter = new Interpreter(ResidentComponent.Component.Program);
        var violated = new HashSet<string>();
        Damage.Sample(damage =>
        {
            var numbers = Damaged(damage);
            var state = (ResidentState)ResidentComponent.Host.Build(numbers);
            foreach (var invariant in ResidentComponent.Component.Program.Invariants)
            {
                var holds = interpreter.Holds(invariant, numbers);
                Assert.Equal(Compiled(invariant, state), holds);
                if (!holds) violated.Add(invariant.Name);
            }
        }, iter: 3000, threads: 1);

        Assert.Equal(ResidentComponent.Component.Program.Invariants.Select(invariant => invariant.Name).Order(), violated.Order());
    }

    static ConcreteState Damaged((int Place, int Row, int Value)[] damage)
    {
        var program = ResidentComponent.Component.Program;
        var numbers = ResidentComponent.Settled.Clone();
        var places = program.State.Tables
            .SelectMany(table => program.Fields(table).Select(field => (Table: table, Field: field)))
            .ToList();
        var counters = program.Globals.Where(global => global.Type == IrTypes.Int32).ToList();
        foreach (var (place, row, value) in damage)
        {
            if (place % 10 == 0)
            {
                numbers[counters[row % counters.Count].Name] = value;
                continue;
            }

            var (table, field) = places[place % places.Count];
            var rows = numbers.Rows(table).ToList();
            var (target, source) = (rows[row % rows.Count], rows[value % rows.Count]);
            numbers[table.Name, target, field.Name] =
                row % 2 == 0 ? Fitting(field, value, numbers) : numbers[table.Name, source, field.Name];
        }

        return numbers;
    }

    static Int128 Fitting(FieldDeclaration field, int value, ConcreteState numbers) =>
        ResidentComponent.Component.Program.Handles.ContainsKey(field.Type) ? value % (numbers.RowsOf(field.Type).Count() + 1)
        : field.Type == IrTypes.Bool ? value % 2
        : field.Bits is { } bits ? value & ((1 << bits) - 1)
        : value;

    static bool Compiled(Clause invariant, ResidentState state)
    {
        var method = typeof(ResidentInvariants).GetMethod(invariant.Name, BindingFlags.Public | BindingFlags.Static)!;
        var row = method.GetParameters().ElementAtOrDefault(1)?.ParameterType;
        IEnumerable<object?[]> arguments =
            row == typeof(PageId) ? state.Pages.Select(p => new object?[] { state, p })
            : row == typeof(SegmentId) ? state.Segments.Select(g => new object?[] { state, g })
            : row == typeof(FreeListId) ? state.FreeLists.Select(k => new object?[] { state, k })
            : row == typeof(ObjectId) ? state.Objects.Select(o => new object?[] { state, o })
            : [[state]];
        return arguments.All(values => (bool)method.Invoke(null, values)!);
    }
}
