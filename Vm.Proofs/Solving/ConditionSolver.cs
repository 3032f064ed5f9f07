using System.Diagnostics;
using Vm.Proofs.Conditions;
using Vm.Proofs.Queries;

namespace Vm.Proofs.Solving;

/// <summary>Decides the conditions of one operation. For one thread.</summary>
sealed class ConditionSolver(OperationConditions operation, ISolver solver) : IDisposable
{
    readonly QueryMaker queries = new(operation);

    public ConditionSolver(OperationConditions operation, ProofOptions options)
        : this(operation, new Z3Solver(options))
    {
    }

    /// <summary>Whether the goal follows. More instances of the quantified facts are tried as long as it does not.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="rounds">How often instances are made, at most.</param>
    public Decision Decide(Condition condition, int rounds = QueryMaker.Rounds)
    {
        if (condition.Goal.IsTrue) return new(Answer.Holds, TimeSpan.Zero, null);

        var time = Stopwatch.StartNew();
        var effort = solver.Effort;
        Query? last = null;
        foreach (var query in queries.For(condition, rounds))
        {
            last = query;
            var (answer, reason) = solver.Ask(query);
            if (answer != Answer.DoesNotFollow) return new(answer, time.Elapsed, reason) { Asked = query, Effort = solver.Effort - effort };
        }

        return new(Answer.DoesNotFollow, time.Elapsed, null) { Asked = last, Effort = solver.Effort - effort };
    }

    /// <summary>What is decided from here on depends on nothing that was decided before.</summary>
    public void StartAnew() => queries.StartAnew();

    public void Dispose() => solver.Dispose();
}
