using Vm.Generators.Ir;
using Vm.Proofs.Counterexamples;

namespace Vm.Proofs.Vacuity;

/// <summary>Runs that get to an operation's exits: the solver finds a small state from which one is reached, and the component runs from there.</summary>
sealed class ExitWitness(Component component, OperationItem operation, ProofOptions options) : IDisposable
{
    /// <summary>What the world outside may answer: always no, and always yes.</summary>
    static readonly int[] answers = [0, -1];

    readonly ExitRunner runner = new(component, operation);
    readonly SmallScope scope = new(component, operation, options);

    /// <summary>Why there is no run that gets to the exits at a place; null if there is one.</summary>
    public string? MissingAt(SourcePlace place)
    {
        var problem = "no small state that leads here was found";
        foreach (var exit in scope.Conditions.Exits.Where(exit => exit.Place == place))
        {
            if (scope.Finder.Find(ExitChecker.Absurd(operation, scope.Conditions, exit), simplest: false) is not { } found) continue;

            foreach (var way in answers.Select(answer => runner.Interpret(found.State, found.Arguments, answer)).Where(way => way.Exit == place))
            {
                if (runner.ProblemOn(way, found.State, found.Arguments) is not { } onTheWay) return null;
                problem = onTheWay;
            }
        }

        return problem;
    }

    public void Dispose() => scope.Dispose();
}
