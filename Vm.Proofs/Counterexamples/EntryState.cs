using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Counterexamples;

/// <summary>A value of the entry state or an argument.</summary>
/// <param name="Value">The term that stands for it.</param>
/// <param name="Put">Puts a number in its place in a state; does nothing for arguments.</param>
/// <param name="Fixed">The value that it always has; null if it is free.</param>
/// <param name="Start">The value that it has if nothing speaks for another.</param>
sealed record EntryValue(Term Value, Action<ConcreteState, Int128> Put, Int128? Fixed, Int128 Start = default);

/// <summary>The values that make up an entry state, and the arguments.</summary>
static class EntryState
{
    /// <summary>The values of the state, in the order of the declarations.</summary>
    /// <param name="program">The component.</param>
    /// <param name="operation">What is known of the state.</param>
    /// <param name="scope">The rows.</param>
    /// <param name="empty">Where the values start.</param>
    /// <param name="isSetUp">See <see cref="IsFixed"/>.</param>
    public static IEnumerable<EntryValue> Of(IrProgram program, OperationConditions operation, FiniteScope scope, ConcreteState empty, bool isSetUp)
    {
        var terms = operation.Terms;
        foreach (var table in program.State.Tables)
        {
            foreach (var field in program.Fields(table))
            {
                var array = operation.Entry[Names.Field(table.Name, field.Name)];
                foreach (var element in scope.Elements((HandleSort)((ArraySort)array.Sort).Index))
                {
                    // The row of null is there and unused.
                    if (element.Op == Op.Null)
                    {
                        yield return new(terms.Select(array, element), (_, _) => { }, 0);
                        continue;
                    }

                    var row = RowTerms.IndexOf(element)!.Value;
                    yield return new(terms.Select(array, element), (state, value) => state[table.Name, row, field.Name] = value, null,
                        empty[table.Name, row, field.Name]);
                }
            }
        }

        foreach (var global in program.Globals)
        {
            yield return new(
                operation.Entry[Names.Global(global.Name)], (state, value) => state[global.Name] = value,
                IsFixed(global, empty, isSetUp) ? empty[global.Name] : null);
        }
    }

    /// <summary>Whether a scalar never changes and has its value by now.</summary>
    /// <param name="global">The scalar.</param>
    /// <param name="empty">The state that it is looked up in.</param>
    /// <param name="isSetUp">The component was set up; after its constructor alone, what is zero is still to be set up.</param>
    public static bool IsFixed(FieldDeclaration global, ConcreteState empty, bool isSetUp) =>
        global.Guard is ConstantGuard && (isSetUp || empty[global.Name] != 0);
}
