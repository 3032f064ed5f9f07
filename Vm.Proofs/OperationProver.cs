using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Solving;

namespace Vm.Proofs;

/// <summary>
/// Proves operations on several threads. Conditions are handed out in portions; a thread makes the conditions of its portion's
/// operation itself, because terms belong to one thread.
/// </summary>
static class OperationProver
{
    const int Portion = 48;

    public static IReadOnlyList<ObligationResult> Prove(
        Component component, IReadOnlyList<OperationItem> operations, ProofOptions options,
        Action<int>? onTotal, Action<ObligationResult>? onResult)
    {
        var counts = operations.Select(operation => OperationEncoder.Encode(component.Program, operation).Conditions.Count).ToList();
        onTotal?.Invoke(counts.Sum());

        var portions = operations
            .SelectMany((operation, i) => Enumerable.Range(0, (counts[i] + Portion - 1) / Portion).Select(k => (operation, First: k * Portion)))
            .ToList();
        var results = new ObligationResult[portions.Count][];
        var reporting = new Lock();
        Parallel.For(0, portions.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
        {
            var (operation, first) = portions[i];
            results[i] = [.. Decide(component, operation, first, Portion, options).Select(Reported)];
        });
        return [.. results.SelectMany(portion => portion)];

        ObligationResult Reported(ObligationResult result)
        {
            lock (reporting) onResult?.Invoke(result);
            return result;
        }
    }

    /// <summary>The first obligation of an operation to which a counterexample was executed, or null.</summary>
    public static ObligationResult? Refute(Component component, OperationItem operation, ProofOptions options) =>
        Decide(component, operation, 0, int.MaxValue, options).FirstOrDefault(result => result.Outcome == Outcome.Refuted);

    static IEnumerable<ObligationResult> Decide(
        Component component, OperationItem operation, int first, int most, ProofOptions options)
    {
        var conditions = OperationEncoder.Encode(component.Program, operation);
        using var solver = new ConditionSolver(conditions, options);
        using var search = new LazySearch(component, operation, options);
        foreach (var condition in conditions.Conditions.Skip(first).Take(most))
        {
            var (answer, time, reason) = solver.Decide(condition);
            yield return answer switch
            {
                Answer.Holds => new(condition.Obligation, Outcome.Proved, time, null, null),
                Answer.Failed => new(condition.Obligation, Outcome.Error, time, null, reason),
                _ => Unproved(condition.Obligation, answer, time, reason, search.Find(condition.Obligation)),
            };
        }
    }

    static ObligationResult Unproved(
        Obligation obligation, Answer answer, TimeSpan time, string? reason, Counterexample? counterexample)
    {
        var outcome = counterexample is { Executed: true } ? Outcome.Refuted
            : answer == Answer.OutOfResource ? Outcome.OutOfResource
            : Outcome.Unknown;
        var note = counterexample?.Note
            ?? (answer == Answer.DoesNotFollow
                ? "the known facts do not imply it, but in a small scope nothing breaks it: an invariant, contract or loop invariant says too little"
                : reason);
        return new(obligation, outcome, time, counterexample, note);
    }
}
