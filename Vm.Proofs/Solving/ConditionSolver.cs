using System.Diagnostics;
using Vm.Proofs.Conditions;
using Vm.Proofs.Hints;
using Vm.Proofs.Queries;

namespace Vm.Proofs.Solving;

/// <summary>Decides the conditions of one operation. For one thread.</summary>
sealed class ConditionSolver(OperationConditions operation, ISolver solver) : IDisposable
{
    readonly QueryMaker queries = new(operation);
    readonly FactNames names = new();

    public ConditionSolver(OperationConditions operation, ProofOptions options)
        : this(operation, new Z3Solver(options))
    {
    }

    /// <summary>Whether the goal follows. More instances of the quantified facts are tried as long as it does not.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="rounds">How often instances are made, at most.</param>
    /// <param name="hint">Names of facts that are tried alone before; null for none.</param>
    public Decision Decide(Condition condition, int rounds = QueryMaker.Rounds, IReadOnlySet<uint>? hint = null)
    {
        if (condition.Goal.IsTrue) return new(Answer.Holds, TimeSpan.Zero, null);

        var time = Stopwatch.StartNew();
        var effort = solver.Effort;
        if (hint is not null && Hinted(condition, hint) is { } hinted && solver.Ask(hinted).Answer == Answer.Holds)
            return new(Answer.Holds, time.Elapsed, null) { Asked = hinted, Effort = solver.Effort - effort, IsByHint = true };

        Query? last = null;
        foreach (var query in queries.For(condition, rounds))
        {
            last = query;
            var (answer, reason) = solver.Ask(query);
            if (answer != Answer.DoesNotFollow) return new(answer, time.Elapsed, reason) { Asked = query, Effort = solver.Effort - effort };
        }

        return new(Answer.DoesNotFollow, time.Elapsed, null) { Asked = last, Effort = solver.Effort - effort };
    }

    /// <summary>The names of facts that prove by themselves what was proved, for less than half; or null.</summary>
    public IReadOnlySet<uint>? HintFor(Decision decision)
    {
        if (decision is not { Answer: Answer.Holds, Asked: { } asked } || solver.Conflict(asked) is not { } facts) return null;

        var effort = solver.Effort;
        return solver.Ask(Query.Alone(facts)).Answer == Answer.Holds && 2 * (solver.Effort - effort) < decision.Effort
            ? facts.Select(names.Of).ToHashSet()
            : null;
    }

    /// <summary>What is decided from here on depends on nothing that was decided before.</summary>
    public void StartAnew() => queries.StartAnew();

    public void Dispose() => solver.Dispose();

    /// <summary>The facts with these names, as soon as there is one for each.</summary>
    Query? Hinted(Condition condition, IReadOnlySet<uint> hint)
    {
        foreach (var query in queries.For(condition))
        {
            var facts = query.Facts.Where(fact => hint.Contains(names.Of(fact))).ToList();
            if (facts.Select(names.Of).Distinct().Count() == hint.Count) return Query.Alone(facts);
        }

        return null;
    }
}
