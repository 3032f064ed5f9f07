using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Counterexamples;

/// <summary>
/// An operation encoded for few rows, where the solver's answers are final, and the component to run what is found there.
/// </summary>
sealed class SmallScope : IDisposable
{
    const int RowsOfMembers = 3;
    const int RowsOfOthers = 2;

    /// <param name="component">The component.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="options">The limits.</param>
    /// <param name="brief">See <see cref="EncoderKit.Brief"/>.</param>
    public SmallScope(Component component, OperationItem operation, ProofOptions options, bool brief = false)
    {
        Host = new ComponentHost(component);
        var empty = Empty(component.Program, Host, RowsOfMembers, RowsOfOthers);
        Conditions = OperationEncoder.Encode(component.Program, operation, RowsOfMembers, brief);
        Finder = new ModelFinder(component.Program, Conditions, empty, options);
    }

    /// <summary>Runs the component.</summary>
    public ComponentHost Host { get; }

    /// <summary>The conditions, with loops unrolled and callees looked into.</summary>
    public OperationConditions Conditions { get; }

    /// <summary>Finds states.</summary>
    public ModelFinder Finder { get; }

    /// <summary>A state as the component's constructor leaves it.</summary>
    /// <param name="program">The component.</param>
    /// <param name="host">Runs it.</param>
    /// <param name="members">Number of rows that can stand in lists.</param>
    /// <param name="others">Number of other rows.</param>
    public static ConcreteState Empty(IrProgram program, ComponentHost host, int members, int others)
    {
        var listed = new Catalog(program).Lists.Select(list => program.TableOf(list.Row.Type).Name).ToHashSet();
        return host.Empty(table => listed.Contains(table) ? members : others);
    }

    public void Dispose() => Finder.Dispose();
}
