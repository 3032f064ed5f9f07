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
    readonly OperationItem operation;
    readonly bool brief;
    readonly SmallScope scope;
    readonly IrProgram program;
    readonly ComponentHost host;
    readonly Dictionary<(string Kind, string Clause, SourcePlace Place), Counterexample?> known = [];

    /// <param name="component">The component.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="options">The limits.</param>
    /// <param name="brief">Of runs as <see cref="EncoderKit.Brief"/> says; the first state that is found will do.</param>
    public CounterexampleSearch(Component component, OperationItem operation, ProofOptions options, bool brief = false)
    {
        (this.operation, this.brief) = (operation, brief);
        scope = new SmallScope(component, operation, options, brief);
        (program, host) = (component.Program, scope.Host);
    }

    /// <summary>A counterexample, or a candidate that did not fail when it was run, or null if the scope holds neither.</summary>
    public Counterexample? Find(Obligation obligation)
    {
        var key = (obligation.Kind, ClauseOf(obligation), obligation.Place);
        if (!known.TryGetValue(key, out var found))
        {
            found = scope.Conditions.Conditions
                .Where(condition => (condition.Obligation.Kind, ClauseOf(condition.Obligation), condition.Obligation.Place) == key)
                .Select(Try)
                .FirstOrDefault(counterexample => counterexample is not null);
            known.Add(key, found);
        }

        return found;
    }

    public void Dispose() => scope.Dispose();

    Counterexample? Try(Condition condition)
    {
        if (condition.Goal.IsTrue || scope.Finder.Find(condition, simplest: !brief) is not { } candidate) return null;

        return Execute(program, host, operation, condition.Obligation, candidate);
    }

    /// <summary>Runs the compiled component from a candidate.</summary>
    public static Counterexample Execute(
        IrProgram program, ComponentHost host, OperationItem operation, Obligation obligation, Candidate candidate)
    {
        var clause = ClauseOf(obligation);
        if (!program.Contract(operation.Contract).Establishes && host.CatalogueViolation(candidate.State) is { } atEntry)
        {
            return new(false, clause, Table(candidate.State),
                $"candidate: the component does not start from this state, it finds {atEntry.Clause} violated")
            { Tables = [.. Tables(candidate.State).Tables()] };
        }

        var run = host.Run(operation.Name, candidate.Arguments, candidate.State, out var after);
        if (!IsExpected(obligation, run) && obligation.Kind == ObligationKind.Lock
            && LockRun.Broken(program, operation, candidate, obligation.Place) is { } rule)
        {
            return new(true, clause, Table(after), $"counterexample: run from this state, the body breaks a rule about locks: {rule}")
            {
                StopsTheComponent = false,
                Steps = RunRecorder.Record(program, operation, candidate, rule.Split('.')[^1]),
                Reproduction = new Reproduction(program, host, operation, candidate),
            };
        }

        var isExpected = IsExpected(obligation, run);
        var note = run.Failure is null ? "candidate: the component ran from this state to its end without violating anything"
            : isExpected ? $"counterexample: run from this state, the component stopped: {FirstLine(run.Failure)}"
            : $"candidate: run from this state, the component stopped at something else: {FirstLine(run.Failure)}";
        return new(isExpected, clause, Table(after), note)
        {
            Tables = [.. Tables(after).Tables()],
            Steps = isExpected ? RunRecorder.Record(program, operation, candidate, clause) : [],
            Reproduction = new Reproduction(program, host, operation, candidate),
        };

        StateTable Tables(ConcreteState after) => new(program, candidate.State, after);

        string Table(ConcreteState after) => Tables(after).Render(operation, candidate.Arguments);
    }

    static bool IsExpected(Obligation obligation, Execution run) => obligation.Kind switch
    {
        ObligationKind.Panic => run is { Failure: not null, Clause: null } && run.Failure.StartsWith("panic", StringComparison.Ordinal),
        ObligationKind.LoopEnds => run.Failure == Interpreter.Endless,

        // The component names the row as well: MustHold(Object, mem.Object).
        ObligationKind.Lock => run.Clause is not null && (run.Clause == ClauseOf(obligation) || run.Clause.StartsWith(ClauseOf(obligation).TrimEnd(')') + ",", StringComparison.Ordinal)),
        _ => run.Clause is not null && run.Clause == ClauseOf(obligation),
    };

    /// <summary>The clause as the running component names it.</summary>
    static string ClauseOf(Obligation obligation)
    {
        var parts = obligation.Clause.Split('.');
        return obligation.Kind switch
        {
            ObligationKind.Requires or ObligationKind.Lock => parts[^1],
            ObligationKind.Invariant or ObligationKind.InvariantAtCall => parts[0],
            _ => obligation.Clause,
        };
    }

    static string FirstLine(string text) => text.Split('\n')[0];
}
