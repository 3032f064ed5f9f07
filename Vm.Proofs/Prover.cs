using System.Diagnostics;
using Vm.Generators.Ir;
using Vm.Proofs.Caching;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Export;
using Vm.Proofs.Layout;
using Vm.Proofs.Lemmas;
using Vm.Proofs.Sharding;
using Vm.Proofs.Vacuity;

namespace Vm.Proofs;

/// <summary>Proves components, and refutes broken ones.</summary>
public static class Prover
{
    const long LayoutGuess = 1_000;
    const long LemmaGuess = 1_000_000;

    /// <summary>Proves every operation of the component that is not trusted and not a mutant, the layout of its packed structs, and its lemmas.</summary>
    /// <param name="component">The component.</param>
    /// <param name="options">What to prove, and with which limits.</param>
    /// <param name="onTotal">Told the number of obligations once it is known.</param>
    /// <param name="onResult">Told each result as it comes, one at a time, in no particular order.</param>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    /// <exception cref="ComponentException">The component does not fit together, or has no such operation.</exception>
    public static ProofReport Prove(
        Component component, ProofOptions options,
        Action<int>? onTotal = null, Action<ObligationResult>? onResult = null)
    {
        var wall = Stopwatch.StartNew();
        var solver = SolverInfo.Find();
        var cache = options.CacheFolder is { } cacheFolder ? ProofCache.Open(cacheFolder) : null;
        var export = options.ExportFolder is { } exportFolder ? new QuestionExport(exportFolder) : null;
        var prover = new OperationProver(component, options, solver, cache, export, onResult);
        var owed = prover.Take(Selected(component, options));
        var layouts = options.Operation is null ? LayoutProver.Claims(component) : [];
        IReadOnlyList<LemmaInstance> lemmas = options.Operation is null ? [.. LemmaProver.Of(component)] : [];
        var shard = options.Shard ?? Shard.Whole;
        IReadOnlyList<Owed> all =
        [
            .. owed,
            .. layouts.Select(claim => new Owed(claim.Obligation, LayoutGuess)),
            .. lemmas.Select(lemma => new Owed(lemma.Obligation, LemmaGuess)),
        ];
        var plan = new ShardPlan(all, shard.Count, options.Costs);
        var positions = plan.Of(shard);
        onTotal?.Invoke(positions.Count);

        var results = prover.Prove(position => plan.Has(shard, position)).ToList();
        foreach (var layout in LayoutProver.Prove(layouts.Where((_, i) => plan.Has(shard, owed.Count + i)), options, export))
        {
            results.Add(layout);
            onResult?.Invoke(layout);
        }

        results.AddRange(new LemmaProver(options, solver, cache, export).Prove(
            [.. lemmas.Where((_, i) => plan.Has(shard, owed.Count + layouts.Count + i))], onResult));
        cache?.Save();
        export?.Finish(solver, component.Hash);
        return new(
            solver, Component.Version, component.Hash, results, Trust.Of(component),
            results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Time), wall.Elapsed)
        {
            Part = options.Shard is null ? null : new(shard, all.Count, plan.Hash, positions),
            Warnings = cache?.Warning is { } warning ? [warning] : [],
        };
    }

    /// <summary>Refutes every mutant of the component, or the one that the options name, each with a counterexample that was executed.</summary>
    /// <param name="mutants">A component with operations that are broken on purpose.</param>
    /// <param name="options">The limits.</param>
    /// <param name="states">States of the component to start random runs from; without any, only the solver looks for counterexamples.</param>
    /// <param name="onResult">Told each result as it comes, one at a time, in no particular order.</param>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    /// <exception cref="ComponentException">The component does not fit together.</exception>
    public static IReadOnlyList<MutantResult> Refute(
        Component mutants, ProofOptions options, IReadOnlyList<object>? states = null, Action<MutantResult>? onResult = null)
    {
        SolverInfo.Find();
        var broken = mutants.Program.Operations
            .Where(operation => operation.Mutant is not null && (options.Operation ?? operation.Name) == operation.Name).ToList();
        var runs = states is null || broken.Count == 0 ? null : new RunRefuter(mutants, states, options);
        var results = new MutantResult[broken.Count];
        var reporting = new Lock();
        Parallel.For(0, broken.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
        {
            var refutation = runs?.Refute(broken[i]) ?? OperationProver.Refute(mutants, broken[i], options);
            results[i] = new(
                broken[i].Name, broken[i].Mutant!, mutants.Program.PlaceOf(broken[i].Name), refutation is not null, refutation);
            lock (reporting) onResult?.Invoke(results[i]);
        });
        return results;
    }

    /// <summary>Looks whether the exits of the operations are reached at all. Where they are not, everything can be proved.</summary>
    /// <param name="component">The component.</param>
    /// <param name="options">Which operation, and the limits.</param>
    /// <param name="states">States of the component to start random runs from; without any, only the solver looks for runs.</param>
    /// <param name="onTotal">Told the number of operations.</param>
    /// <param name="onOperation">Told after each operation, one at a time.</param>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    /// <exception cref="ComponentException">The component does not fit together, or has no such operation.</exception>
    public static VacuityReport CheckExits(
        Component component, ProofOptions options, IReadOnlyList<object>? states = null, Action<int>? onTotal = null, Action? onOperation = null)
    {
        var solver = SolverInfo.Find();
        var operations = Selected(component, options).ToList();
        onTotal?.Invoke(operations.Count);
        var runs = states is null ? null : new ExitRuns(component, states, options.Seed);
        var exits = new IReadOnlyList<ExitResult>[operations.Count];
        var reporting = new Lock();
        Work.Share(Enumerable.Range(0, operations.Count), options.Threads, i =>
        {
            exits[i] = new ExitChecker(component, operations[i], runs, options).Check();
            lock (reporting) onOperation?.Invoke();
        });
        return new(solver, [.. exits.SelectMany(results => results)]);
    }

    internal static IEnumerable<OperationItem> Selected(Component component, ProofOptions options)
    {
        var all = component.Program.Operations.Where(operation => operation.Mutant is null).ToList();
        if (options.Operation is { } name && all.All(operation => operation.Name != name))
        {
            throw new ComponentException(
                $"the component has no operation {name}; it has {string.Join(", ", all.Select(operation => operation.Name))}");
        }

        return all.Where(operation => operation.Trusted is null && (options.Operation ?? operation.Name) == operation.Name);
    }
}
