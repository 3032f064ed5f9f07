using Vm.Generators.Ir;
using Vm.Proofs.Counterexamples;

namespace Vm.Proofs.Vacuity;

/// <summary>Runs that get to an operation's exits: the solver finds a small state from which one is reached, and the component runs from there.</summary>
sealed class ExitWitness(Component component, OperationItem operation, ProofOptions options) : IDisposable
{
    readonly SmallScope scope = new(component, operation, options);

    /// <summary>Why there is no run that gets to the exits at a place; null if there is one.</summary>
    public string? MissingAt(SourcePlace place)
    {
        var problem = "no small state that leads here was found";
        foreach (var exit in scope.Conditions.Exits.Where(exit => exit.Place == place))
        {
            if (scope.Finder.Find(ExitChecker.Absurd(operation, scope.Conditions, exit)) is not { } found) continue;

            var run = scope.Host.Run(operation.Name, found.Arguments, found.State, out _);
            if (run.Failure is null) return null;
            problem = $"the component stopped on the way: {run.Failure.Split('\n')[0]}";
        }

        return problem;
    }

    public void Dispose() => scope.Dispose();
}
