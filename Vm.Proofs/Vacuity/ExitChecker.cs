using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Queries;
using Vm.Proofs.Solving;

namespace Vm.Proofs.Vacuity;

/// <summary>
/// Replaces the goals at an operation's exits by "false". From facts that contradict each other anything follows, so this must fail; and
/// better than an answer of the solver is a run that gets there.
/// </summary>
sealed class ExitChecker(Component component, OperationItem operation, ProofOptions options)
{
    /// <summary>The exits in the order of the text.</summary>
    public IEnumerable<ExitResult> Check()
    {
        var conditions = OperationEncoder.Encode(component.Program, operation);
        var queries = new QueryMaker(conditions);
        using var solver = new Z3Solver(options);
        using var witnesses = component.Assemblies.Count == 0 ? null : new ExitWitness(component, operation, options);
        foreach (var exit in conditions.Exits)
        {
            // One round: nearly every proof needs no more, and "satisfiable" with more instances takes the solver minutes.
            var (answer, reason) = solver.Ask(queries.Whole(Absurd(operation, conditions, exit)));
            yield return answer switch
            {
                Answer.Holds => Result(exit, ExitVerdict.Vacuous, "what is known here contradicts itself"),
                Answer.DoesNotFollow when witnesses is null => Result(exit, ExitVerdict.Consistent, "the component is not there to be run"),
                Answer.DoesNotFollow when witnesses.MissingAt(exit.Place) is { } problem => Result(exit, ExitVerdict.Consistent, problem),
                Answer.DoesNotFollow => Result(exit, ExitVerdict.Reached, null),
                _ => Result(exit, ExitVerdict.Unknown, reason),
            };
        }
    }

    /// <summary>The condition that an exit is not reached.</summary>
    public static Condition Absurd(OperationItem operation, OperationConditions conditions, OperationExit exit) => new(
        new(operation.Name, "exit", "false", "false", exit.Place, exit.Place),
        exit.Assumptions, conditions.Terms.False, exit.State.Path);

    ExitResult Result(OperationExit exit, ExitVerdict verdict, string? note) => new(operation.Name, exit.Place, verdict, note);
}
