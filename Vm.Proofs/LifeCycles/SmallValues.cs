using Vm.Generators.Ir;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.LifeCycles;

/// <summary>The values that are worth a try in a small state: all rows, both truths, and few numbers.</summary>
static class SmallValues
{
    const int MostNumbers = 4;

    /// <summary>All lists of arguments of small values.</summary>
    public static IEnumerable<IReadOnlyList<Int128>> Arguments(OperationItem operation, ConcreteState state) =>
        operation.Parameters.Aggregate(
            (IEnumerable<IReadOnlyList<Int128>>)[[]],
            (tuples, parameter) => tuples.SelectMany(tuple => Of(parameter.Type, state).Select(value => (IReadOnlyList<Int128>)[.. tuple, value])));

    /// <summary>The small values of a type; of an enum, the first two.</summary>
    public static IEnumerable<Int128> Of(string type, ConcreteState state) =>
        IrTypes.IsInteger(type) ? state.NumbersOf(type).Concat([0, 1]).Distinct().Order().Take(MostNumbers)
        : state.HasRowsOf(type) ? state.RowsOf(type)
        : [0, 1];
}
