using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Queries;
using Vm.Proofs.Solving;

namespace Vm.Proofs.Vacuity;

/// <summary>
/// Replaces the goals at an operation's exits by "false". From facts that contradict each other anything follows, so this must fail; and
/// better than an answer of the solver is a run that gets there.
/// </summary>
/// <param name="component">The component.</param>
/// <param name="operation">The operation.</param>
/// <param name="runs">Runs of the component; null to look for runs with the solver alone.</param>
/// <param name="options">The limits.</param>
sealed class ExitChecker(Component component, OperationItem operation, ExitRuns? runs, ProofOptions options)
{
    /// <summary>
    /// What a question is worth, in the solver's own measure. No proof of an operation takes more without hints, so a contradiction that proofs could
    /// rest on is found within this. That there is none can take the solver for ever: it has to find values for everything.
    /// </summary>
    internal const uint Effort = 8_000_000;

    readonly ProofOptions options = options with { ResourceLimit = Math.Min(options.ResourceLimit, Effort) };

    /// <summary>The exits in the order of the text.</summary>
    public IReadOnlyList<ExitResult> Check()
    {
        var conditions = OperationEncoder.Encode(component.Program, operation);
        var queries = new QueryMaker(conditions);
        using var solver = new Z3Solver(options);
        var seen = runs?.Of(operation) ?? new Dictionary<SourcePlace, string?>();
        ExitWitness? witness = null;
        try
        {
            return [.. conditions.Exits.Select(exit => Judge(exit, Ask(solver, queries.For(Absurd(operation, conditions, exit))), MissingAt))];
        }
        finally
        {
            witness?.Dispose();
        }

        string? MissingAt(SourcePlace place)
        {
            if (seen.TryGetValue(place, out var problem) && problem is null) return null;
            if (component.Assemblies.Count == 0) return "the component is not there to be run";

            witness ??= new(component, operation, options);
            return witness.MissingAt(place) is { } missing ? problem ?? missing : null;
        }
    }

    /// <summary>The condition that an exit is not reached.</summary>
    public static Condition Absurd(OperationItem operation, OperationConditions conditions, OperationExit exit) => new(
        new(operation.Name, "exit", "false", "false", exit.Place, exit.Place),
        exit.Assumptions, conditions.Terms.False, exit.State.Path);

    ExitResult Judge(OperationExit exit, Contradiction found, Func<SourcePlace, string?> missingAt)
    {
        if (found.IsThere) return Result(ExitVerdict.Vacuous, "what is known here contradicts itself");
        if (found.Failure is { } failure) return Result(ExitVerdict.Unknown, failure);
        if (missingAt(exit.Place) is not { } missing) return Result(ExitVerdict.Reached, null);

        return found.Rounds == 0
            ? Result(ExitVerdict.Unknown, $"{missing}; within its limit the solver found neither a contradiction nor values for what is known here")
            : Result(ExitVerdict.Consistent, found.IsLimited ? $"{missing}; the solver has values with the instances of {found.Rounds} of {QueryMaker.Rounds} rounds" : missing);

        ExitResult Result(ExitVerdict verdict, string? note) => new(operation.Name, exit.Place, verdict, note);
    }

    /// <summary>Asks with ever more instances, as the proof does.</summary>
    static Contradiction Ask(Z3Solver solver, IEnumerable<Query> questions)
    {
        var (round, found) = (0, default(Contradiction));
        foreach (var question in questions)
        {
            round++;
            var (answer, reason) = solver.Ask(question);
            switch (answer)
            {
                case Answer.Holds:
                    return found with { IsThere = true };
                case Answer.DoesNotFollow:
                    found = found with { Rounds = round };
                    break;
                case Answer.Failed:
                    found = found with { Failure = reason };
                    break;
                default:
                    found = found with { IsLimited = true };
                    break;
            }
        }

        return found;
    }

    /// <summary>What the solver says to "false".</summary>
    /// <param name="IsThere">It follows.</param>
    /// <param name="Rounds">With the instances of so many rounds, everything has values.</param>
    /// <param name="IsLimited">A question reached its limit.</param>
    /// <param name="Failure">Why the solver failed, if it did.</param>
    readonly record struct Contradiction(bool IsThere, int Rounds, bool IsLimited, string? Failure);
}
