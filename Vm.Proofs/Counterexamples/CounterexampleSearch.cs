using Vm.Generators.Ir;
using Vm.Proofs.Conditions;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Counterexamples;

/// <summary>
/// Looks for a counterexample to an obligation that is not proved: the operation is encoded again in a small scope, where
/// the solver's answers are final, and the state that it finds is run on the real component.
/// </summary>
sealed class CounterexampleSearch : IDisposable
{
    const int RowsOfMembers = 3;
    const int RowsOfOthers = 2;

    readonly IrProgram program;
    readonly OperationItem operation;
    readonly ComponentHost host;
    readonly OperationConditions conditions;
    readonly ModelFinder finder;
    readonly Dictionary<(string Kind, string Clause, SourcePlace Place), Counterexample?> known = [];

    public CounterexampleSearch(Component component, OperationItem operation, ProofOptions options)
    {
        (program, this.operation) = (component.Program, operation);
        host = new ComponentHost(component);
        var members = new Catalog(program).Lists.Select(list => program.TableOf(list.Row.Type).Name).ToHashSet();
        var empty = host.Empty(table => members.Contains(table) ? RowsOfMembers : RowsOfOthers);
        conditions = OperationEncoder.Encode(program, operation, RowsOfMembers);
        finder = new ModelFinder(program, conditions, empty, options);
    }

    /// <summary>A counterexample, or a candidate that did not fail when it was run, or null if the scope holds neither.</summary>
    public Counterexample? Find(Obligation obligation)
    {
        var key = (obligation.Kind, ClauseOf(obligation), obligation.Place);
        if (!known.TryGetValue(key, out var found))
        {
            found = conditions.Conditions
                .Where(condition => (condition.Obligation.Kind, ClauseOf(condition.Obligation), condition.Obligation.Place) == key)
                .Select(Try)
                .FirstOrDefault(counterexample => counterexample is not null);
            known.Add(key, found);
        }

        return found;
    }

    public void Dispose() => finder.Dispose();

    Counterexample? Try(Condition condition)
    {
        if (condition.Goal.IsTrue || finder.Find(condition) is not { } candidate) return null;

        var clause = ClauseOf(condition.Obligation);
        if (host.CatalogueViolation(candidate.State) is { } atEntry)
        {
            return new(false, clause, Table(candidate, candidate.State),
                $"candidate: the component does not start from this state, it finds {atEntry.Clause} violated");
        }

        var run = host.Run(operation.Name, candidate.Arguments, candidate.State, out var after);
        var isExpected = IsExpected(condition.Obligation, run);
        var note = run.Failure is null ? "candidate: the component ran from this state to its end without violating anything"
            : isExpected ? $"counterexample: run from this state, the component stopped: {FirstLine(run.Failure)}"
            : $"candidate: run from this state, the component stopped at something else: {FirstLine(run.Failure)}";
        return new(isExpected, clause, Table(candidate, after), note);
    }

    string Table(Candidate candidate, ConcreteState after) =>
        new StateTable(program, candidate.State, after).Render(operation, candidate.Arguments);

    static bool IsExpected(Obligation obligation, Execution run) => obligation.Kind switch
    {
        ObligationKind.Panic => run is { Failure: not null, Clause: null } && run.Failure.StartsWith("panic", StringComparison.Ordinal),
        ObligationKind.LoopEnds => run.Failure == Interpreter.Endless,
        _ => run.Clause is not null && run.Clause == ClauseOf(obligation),
    };

    /// <summary>The clause as the running component names it.</summary>
    static string ClauseOf(Obligation obligation)
    {
        var parts = obligation.Clause.Split('.');
        return obligation.Kind switch
        {
            ObligationKind.Requires => parts[^1],
            ObligationKind.Invariant or ObligationKind.InvariantAtCall => parts[0],
            _ => obligation.Clause,
        };
    }

    static string FirstLine(string text) => text.Split('\n')[0];
}
