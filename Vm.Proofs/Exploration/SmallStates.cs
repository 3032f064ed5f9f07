using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;

namespace Vm.Proofs.Exploration;

/// <summary>Small states of any component, to run it from: as its constructor leaves them, and as its operations that establish do.</summary>
static class SmallStates
{
    static readonly (int Members, int Others)[] sizes = [(3, 2), (2, 1)];

    /// <summary>States that the constructor makes and, of a component that is set up by operations, what these make of them.</summary>
    /// <exception cref="ComponentException">The component's compiled types are not there or do not fit.</exception>
    public static IReadOnlyList<object> Of(Component component)
    {
        var host = new ComponentHost(component);
        return [.. New(component, host).SelectMany(state => Established(component, host, state).Prepend(state)).Select(host.Build)];
    }

    /// <summary>Those in which every invariant holds.</summary>
    /// <exception cref="ComponentException">There is none, or the component's compiled types do not fit.</exception>
    public static IReadOnlyList<object> Lawful(Component component)
    {
        var host = new ComponentHost(component);
        var lawful = Of(component).Where(state => host.CatalogueViolation(host.Read(state)) is null).ToList();
        return lawful.Count > 0 ? lawful : throw new ComponentException(
            $"no state to start from: the invariants do not hold after the constructor of {component.Program.State.Name}, "
            + "nor after an operation without parameters whose contract is marked [Establishes]");
    }

    static IEnumerable<ConcreteState> New(Component component, ComponentHost host) =>
        sizes.Select(size => SmallScope.Empty(component.Program, host, size.Members, size.Others));

    static IEnumerable<ConcreteState> Established(Component component, ComponentHost host, ConcreteState state)
    {
        foreach (var operation in component.Program.Operations)
        {
            if (operation.Mutant is not null || operation.Parameters.Count > 0 || !component.Program.Contract(operation.Contract).Establishes) continue;
            if (host.Run(operation.Name, [], state, out var after).Failure is null) yield return after;
        }
    }
}
