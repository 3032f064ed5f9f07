using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.LifeCycles;

/// <summary>The states that differ from a state in one value: what an operation does may hang on any.</summary>
static class Neighbours
{
    public static IEnumerable<ConcreteState> Of(IrProgram program, ConcreteState state)
    {
        foreach (var table in program.State.Tables)
        {
            foreach (var field in program.Fields(table).Where(field => field.Guard is not ConstantGuard))
            {
                foreach (var row in state.Rows(table))
                {
                    foreach (var value in SmallValues.Of(field.Type, state).Where(value => value != state[table.Name, row, field.Name]))
                    {
                        var other = state.Clone();
                        other[table.Name, row, field.Name] = value;
                        yield return other;
                    }
                }
            }
        }
    }
}
