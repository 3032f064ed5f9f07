using Vm.Generators.Ir;
using Vm.Proofs.Exploration;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Mutation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Counterexamples;

/// <summary>
/// Refutes broken operations by runs: a call is found that breaks a clause, the proof has to refuse the clause as well, and the compiled
/// component has to stop at it. Much faster than <see cref="CounterexampleSearch"/> where a body calls many others, and as sure of
/// what it finds; but what it does not find may be there.
/// </summary>
sealed class RunRefuter
{
    readonly IrProgram program;
    readonly ComponentHost host;
    readonly MutantProof proof;
    readonly BrokenRuns runs;
    readonly Lock running = new();

    /// <param name="component">The component.</param>
    /// <param name="states">States of the component in which the catalogue holds.</param>
    /// <param name="options">The limits.</param>
    public RunRefuter(Component component, IEnumerable<object> states, ProofOptions options)
    {
        (program, host) = (component.Program, new ComponentHost(component));
        proof = new MutantProof(program, options);
        runs = new BrokenRuns(program, states.Select(host.Read), options.Seed);
    }

    /// <summary>The obligation that the operation breaks, or null.</summary>
    public ObligationResult? Refute(OperationItem operation)
    {
        lock (running) return runs.Find(operation).Select(run => Refute(operation, run.Start, run.Violation)).FirstOrDefault(result => result is not null);
    }

    ObligationResult? Refute(OperationItem operation, Candidate start, Violation violation) =>
        ObligationOf(operation, violation) is { } obligation
        && CounterexampleSearch.Execute(program, host, operation, obligation, start) is { Executed: true } counterexample
            ? new(obligation, Outcome.Refuted, TimeSpan.Zero, counterexample, null)
            : null;

    /// <summary>What the proof does not grant. Locks are not its matter yet: there the run alone decides.</summary>
    Obligation? ObligationOf(OperationItem operation, Violation violation) => violation.Kind == ObligationKind.Lock
        ? new(operation.Name, violation.Kind, violation.Clause, "the lock clause of a callee holds at the call", program.PlaceOf(operation.Name), program.PlaceOf(operation.Contract))
        : violation.IsOwed ? proof.Refused(program, operation.Name, violation) : null;
}
