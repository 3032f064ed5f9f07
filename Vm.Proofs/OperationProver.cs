using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
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
            results[i] = [.. Decide(component, operation, first, options, Report)];
        });
        return [.. results.SelectMany(portion => portion)];

        void Report(ObligationResult result)
        {
            lock (reporting) onResult?.Invoke(result);
        }
    }

    static IEnumerable<ObligationResult> Decide(
        Component component, OperationItem operation, int first, ProofOptions options, Action<ObligationResult> report)
    {
        var conditions = OperationEncoder.Encode(component.Program, operation);
        using var solver = new ConditionSolver(conditions, options);
        foreach (var condition in conditions.Conditions.Skip(first).Take(Portion))
        {
            var (answer, time, reason) = solver.Decide(condition);
            var result = answer switch
            {
                Answer.Holds => new ObligationResult(condition.Obligation, Outcome.Proved, time, null, null),
                Answer.OutOfResource => new(condition.Obligation, Outcome.OutOfResource, time, null, reason),
                Answer.GaveUp => new(condition.Obligation, Outcome.Unknown, time, null, reason),
                _ => new(condition.Obligation, Outcome.Unknown, time, null, "the known facts do not imply it"),
            };
            report(result);
            yield return result;
        }
    }
}
