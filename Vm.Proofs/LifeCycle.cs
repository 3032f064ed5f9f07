using System.Diagnostics;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;
using Vm.Proofs.LifeCycles;

namespace Vm.Proofs;

/// <summary>Computes the life of a component's rows from its code.</summary>
public static class LifeCycle
{
    const int Members = 2;
    const int Others = 1;

    /// <summary>
    /// For every operation and row, the steps between stages: possible if the real code was run and did it, impossible if that is proved
    /// for any number of rows, otherwise unknown.
    /// </summary>
    /// <param name="component">The component; without its assemblies nothing is run, and nothing is possible.</param>
    /// <param name="options">The limits, and the one operation if not all are wanted.</param>
    /// <param name="starts">Small states as the component's boot leaves them, to run it from; if null, one as its constructor leaves it.</param>
    /// <param name="onTotal">Told the number of operations.</param>
    /// <param name="onOperation">Told that an operation is done.</param>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    /// <exception cref="ComponentException">The component declares no stages, or does not fit together.</exception>
    public static LifeCycleReport Compute(
        Component component, ProofOptions options, IReadOnlyList<object>? starts = null, Action<int>? onTotal = null, Action? onOperation = null)
    {
        var wall = Stopwatch.StartNew();

        // What is unknown must not depend on the machine: only the solver's own limit counts.
        options = options with { Timeout = TimeSpan.MaxValue };
        var solver = SolverInfo.Find();
        var program = component.Program;
        var partition = StagePartition.Prove(program, options);
        var operations = program.Operations
            .Where(operation => operation.Mutant is null && (options.Operation ?? operation.Name) == operation.Name).ToList();
        onTotal?.Invoke(operations.Count);

        var host = component.Assemblies.Count == 0 ? null : new ComponentHost(component);
        IReadOnlyList<ConcreteState> small = host is null ? [] : starts is null ? [SmallScope.Empty(program, host, Members, Others)] : [.. starts.Select(host.Read)];
        var lives = new OperationLife[operations.Count];
        var reporting = new Lock();
        ForEachOperation(i =>
        {
            lives[i] = new OperationLife(component, host, operations[i], options);
            lock (reporting) onOperation?.Invoke();
        });
        if (host is not null) new Journeys(program, new EntryStates(component, host, options), RunAll).Begin(small);

        var names = program.AbstractStates;
        List<Transition> transitions =
        [
            .. operations.SelectMany((operation, i) => lives[i].Edges.Possible.Select(edge => Name(operation.Name, edge, true))
                .Concat(lives[i].Edges.Unknown.Select(edge => Name(operation.Name, edge, false)))
                .OrderBy(t => RowOrder(operation, t.Row)).ThenBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To, StringComparer.Ordinal)),
        ];
        return new(
            solver, component.Hash, [.. names.Select(clause => new AbstractState(clause.Name, clause.Sentence))],
            partition, transitions, lives.Sum(life => life.Edges.Asked) - transitions.Count, wall.Elapsed);

        void ForEachOperation(Action<int> action) =>
            Parallel.For(0, operations.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, action);

        IEnumerable<Arrival> RunAll(IReadOnlyList<EntryPoint> entries)
        {
            var arrivals = new IReadOnlyList<Arrival>[operations.Count];
            ForEachOperation(i => arrivals[i] = lives[i].Run(entries));
            return arrivals.SelectMany(list => list);
        }

        Transition Name(string operation, Edge edge, bool isPossible) =>
            new(operation, edge.Row, names[edge.From].Name, names[edge.To].Name, isPossible);
    }

    /// <summary>Parameters in their order, then the result, then other rows.</summary>
    static int RowOrder(Vm.Generators.Ir.OperationItem operation, string row) => row switch
    {
        Transition.ResultRow => operation.Parameters.Count,
        Transition.OtherRow => operation.Parameters.Count + 1,
        _ => operation.Parameters.ToList().FindIndex(parameter => parameter.Name == row),
    };
}
