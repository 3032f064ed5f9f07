using Vm.Generators.Ir;
using Vm.Proofs.Caching;
using Vm.Proofs.Conditions;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Export;
using Vm.Proofs.Queries;
using Vm.Proofs.Sharding;
using Vm.Proofs.Solving;

namespace Vm.Proofs;

/// <summary>
/// Proves operations on several threads. First everything is settled that needs no solver; the open conditions are then handed out in
/// portions. Each has a solver of its own, and terms belong to one thread: so what is decided depends on nothing outside of the portion.
/// </summary>
/// <param name="component">The component.</param>
/// <param name="options">The limits.</param>
/// <param name="solver">The solver that will be asked.</param>
/// <param name="cache">The proofs of earlier runs, or null.</param>
/// <param name="export">Where the questions go, or null.</param>
/// <param name="onResult">Told each result, one at a time.</param>
sealed class OperationProver(
    Component component, ProofOptions options, SolverInfo solver, ProofCache? cache, QuestionExport? export, Action<ObligationResult>? onResult)
{
    const int Portion = 96;

    /// <summary>Conditions that stand together share what the solver knows. After so many, what it learned from goals that are gone is in the way.</summary>
    const int Together = 8;

    /// <summary>What is broken cannot be proved, and mostly a state that shows it is found at once.</summary>
    const uint MostDoubt = 8_000_000;

    readonly Lock reporting = new();

    readonly List<ProofTask> tasks = [];

    /// <summary>Takes operations on and tells what they owe, in the order of operations and of their text.</summary>
    public IReadOnlyList<Owed> Take(IEnumerable<OperationItem> operations)
    {
        tasks.AddRange(operations.Select(operation => new ProofTask(operation)));
        Work.Share(tasks, options.Threads, Settle);
        return [.. tasks.SelectMany(task => task.Owed)];
    }

    /// <summary>The results of what the operations owe, in the same order.</summary>
    /// <param name="isWanted">Whether the obligation at a position is to be proved.</param>
    public IReadOnlyList<ObligationResult> Prove(Func<int, bool> isWanted)
    {
        var before = 0;
        foreach (var task in tasks)
        {
            task.KeepOnly(index => isWanted(before + index));
            before += task.Owed.Count;
            foreach (var result in task.Results.OfType<ObligationResult>())
            {
                if (result.Evidence == Evidence.Plain) export?.AddPlain(result.Obligation);
                onResult?.Invoke(result);
            }
        }

        var portions = tasks
            .OrderByDescending(task => task.Open.Count)
            .SelectMany(task => task.Open.Chunk(Portion).Select(open => (task, open)));
        Work.Share(portions, options.Threads, Decide);
        return [.. tasks.SelectMany(task => task.Results).OfType<ObligationResult>()];
    }

    /// <summary>
    /// The first obligation of an operation to which a counterexample was executed, or null. Clauses of the specification come first: they
    /// say more than a body's own checks do.
    /// </summary>
    public static ObligationResult? Refute(Component component, OperationItem operation, ProofOptions options)
    {
        var conditions = OperationEncoder.Encode(component.Program, operation);

        // What is found must not depend on the machine: only the solver's own limit counts.
        var patient = options with { Timeout = TimeSpan.MaxValue, ResourceLimit = (uint)Math.Min(3L * options.ResourceLimit, uint.MaxValue) };
        var hasty = patient with { ResourceLimit = Math.Min(options.ResourceLimit, MostDoubt) };
        using var solver = new ConditionSolver(conditions, hasty);
        using var search = new LazySearch(component, operation, hasty);
        using var longSearch = new LazySearch(component, operation, patient, brief: true);
        return conditions.Conditions
            // What is wrong with locks is found by runs.
            .Where(condition => !condition.Goal.IsTrue && condition.Obligation.Kind != ObligationKind.Lock)
            .GroupBy(condition => ObligationKind.IsOwnCheck(condition.Obligation.Kind)).OrderBy(group => group.Key)
            .SelectMany(Attempts)
            .FirstOrDefault(result => result.Outcome == Outcome.Refuted);

        IEnumerable<ObligationResult> Attempts(IEnumerable<Condition> owed)
        {
            var doubtful = new List<(Obligation Obligation, Decision Decision)>();
            foreach (var condition in owed)
            {
                var decision = solver.Decide(condition);
                if (decision.Answer == Answer.Holds) continue;

                doubtful.Add((condition.Obligation, decision));
                yield return ResultOf(condition.Obligation, decision, search);
            }

            foreach (var (obligation, decision) in doubtful) yield return ResultOf(obligation, decision, longSearch);
        }
    }

    void Settle(ProofTask task)
    {
        var encoded = OperationEncoder.Encode(component.Program, task.Operation);
        var keys = cache is null ? null : new ConditionKeys(encoded, solver, options);
        task.Owed = [.. encoded.Conditions.Select(condition => new Owed(condition.Obligation, Guess(condition)))];
        task.Keys = [.. ObligationKey.Of(encoded.Conditions.Select(condition => condition.Obligation))];
        task.Results = new ObligationResult?[encoded.Conditions.Count];
        for (var i = 0; i < task.Results.Length; i++)
        {
            var condition = encoded.Conditions[i];
            var key = condition.Goal.IsTrue ? null : keys?.Of(condition);
            if (condition.Goal.IsTrue) task.Results[i] = Proved(condition.Obligation, Evidence.Plain);
            else if (export is null && key is not null && cache!.Contains(key)) task.Results[i] = Proved(condition.Obligation, Evidence.Cache);
            else task.Open.Add((i, key));
        }

        if (task.Open.Count > 0) task.KeepEncoded(encoded);
    }

    /// <summary>Half of all proofs take less than this, and the dear ones are recorded; more known facts make more to look through.</summary>
    static long Guess(Condition condition) => condition.Goal.IsTrue ? 1 : 2_000 + (10 * condition.Assumptions);

    void Decide((ProofTask Task, (int Index, string? Key)[] Open) portion)
    {
        var task = portion.Task;
        var encoded = task.TakeEncoded() ?? OperationEncoder.Encode(component.Program, task.Operation);
        using var solver = new ConditionSolver(encoded, options);
        using var search = new LazySearch(component, task.Operation, options);
        foreach (var (position, (index, key)) in portion.Open.Index())
        {
            if (position % Together == 0) solver.StartAnew();
            var condition = encoded.Conditions[index];
            var decision = solver.Decide(condition, hint: options.Hints.Of(task.Keys[index]));
            if (decision.Answer == Answer.Holds && key is not null) cache!.Add(key);
            export?.Add(index, condition.Obligation, decision);
            var result = ResultOf(condition.Obligation, decision, search) with
            {
                Effort = decision.Effort,
                Hint = options.FindHints && decision.Effort >= RecordedHints.Dear ? solver.HintFor(decision) : null,
            };
            task.Results[index] = result;
            lock (reporting) onResult?.Invoke(result);
        }
    }

    static ObligationResult Proved(Obligation obligation, Evidence evidence) =>
        new(obligation, Outcome.Proved, TimeSpan.Zero, null, null) { Evidence = evidence };

    internal static ObligationResult ResultOf(Obligation obligation, Decision decision, LazySearch search) => decision.Answer switch
    {
        Answer.Holds => new(obligation, Outcome.Proved, decision.Time, null, null),
        Answer.Failed => new(obligation, Outcome.Error, decision.Time, null, decision.Reason),
        _ => Unproved(obligation, decision, search.Find(obligation)),
    };

    static ObligationResult Unproved(Obligation obligation, Decision decision, Counterexample? counterexample)
    {
        var outcome = counterexample is { Executed: true } ? Outcome.Refuted
            : decision.Answer == Answer.OutOfResource ? Outcome.OutOfResource
            : Outcome.Unknown;
        var note = counterexample?.Note
            ?? (decision.Answer == Answer.DoesNotFollow
                ? "the known facts do not imply it, but in a small scope nothing breaks it: an invariant, contract or loop invariant says too little"
                : decision.Reason);
        return new(obligation, outcome, decision.Time, counterexample, note);
    }

    /// <summary>An operation, the results so far, and the conditions that the solver has to be asked.</summary>
    sealed class ProofTask(OperationItem operation)
    {
        OperationConditions? encoded;

        public OperationItem Operation { get; } = operation;

        public IReadOnlyList<Owed> Owed { get; set; } = [];

        public IReadOnlyList<ObligationKey> Keys { get; set; } = [];

        public ObligationResult?[] Results { get; set; } = [];

        public List<(int Index, string? Key)> Open { get; } = [];

        public void KeepEncoded(OperationConditions made) => encoded = made;

        /// <summary>The conditions as they were made at first, for the one thread that asks first; null for the others.</summary>
        public OperationConditions? TakeEncoded() => Interlocked.Exchange(ref encoded, null);

        public void KeepOnly(Func<int, bool> isWanted)
        {
            Open.RemoveAll(open => !isWanted(open.Index));
            for (var i = 0; i < Results.Length; i++)
            {
                if (!isWanted(i)) Results[i] = null;
            }
        }
    }
}
