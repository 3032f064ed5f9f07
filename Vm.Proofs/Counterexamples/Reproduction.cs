using Vm.Generators.Ir;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;
using Vm.Vocabulary;

namespace Vm.Proofs;

/// <summary>A state and a call, to be run by others.</summary>
public sealed class Reproduction
{
    readonly IrProgram program;
    readonly ComponentHost host;
    readonly OperationItem operation;
    readonly Candidate candidate;

    internal Reproduction(IrProgram program, ComponentHost host, OperationItem operation, Candidate candidate) =>
        (this.program, this.host, this.operation, this.candidate) = (program, host, operation, candidate);

    /// <summary>The operation.</summary>
    public string Operation => operation.Name;

    /// <summary>The contract that it was run against.</summary>
    public string Contract => operation.Contract;

    /// <summary>Whether the state is a new one, in which the catalogue need not hold yet.</summary>
    internal bool StartsNew => program.Contract(operation.Contract).Establishes;

    /// <summary>Its arguments, as values of the component's types; null for a default value.</summary>
    public IReadOnlyList<object?> Arguments => host.Arguments(operation.Name, candidate.Arguments);

    /// <summary>The component's state at the call, with the locks held that the contract asks for. A new one each time.</summary>
    public object State()
    {
        var state = host.Prepare(operation, candidate.Arguments, candidate.State);

        // They are held in the state, which is to be looked at: nobody gives them back, and the thread has other work.
        HeldLocks.ForgetAll();
        return state;
    }

    /// <summary>The same as a unit test, ready to be compiled beside the component; it fails as long as the defect is there.</summary>
    /// <param name="clause">The clause that is broken.</param>
    /// <param name="sentence">The clause in words.</param>
    public string ToTest(string clause, string sentence) =>
        new TestWriter(program, host).Write(this, host.Empty(table => candidate.State.RowCounts[table]), clause, sentence);
}
