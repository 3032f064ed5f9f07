using Vm.Generators.Ir;
using Vm.Proofs.Counterexamples;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Exploration;

/// <summary>Runs a changed component by the interpreter, and holds every run against contracts, catalogue and locks.</summary>
/// <param name="changed">The component with a changed body.</param>
/// <param name="clauses">Evaluates clauses.</param>
sealed class Judge(IrProgram changed, Interpreter clauses)
{
    const int StepLimit = 20_000;

    readonly Discipline discipline = new(changed, clauses);
    readonly OutsideWorld outside = new(changed);
    Interpreter? interpreter;

    /// <summary>What the run breaks, or null.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="entry">Where it starts.</param>
    /// <param name="differs">Whether the run ends differently from that of the unchanged body.</param>
    public Violation? Run(OperationItem operation, Entry entry, out bool differs)
    {
        var execution = Run(operation, entry.State, entry.Arguments, entry.Answers, out var after);
        differs = execution.Failure is not null || execution.Result != entry.Result || !after.HasValuesOf(entry.After);
        return differs ? ViolationOf(execution, operation, entry.State, entry.Arguments, after) : null;
    }

    /// <summary>What a run from here breaks, or null.</summary>
    public Violation? Run(OperationItem operation, Candidate start)
    {
        var execution = Run(operation, start.State, start.Arguments, answers: 0, out var after);
        return ViolationOf(execution, operation, start.State, start.Arguments, after);
    }

    Execution Run(OperationItem operation, ConcreteState before, IReadOnlyList<Int128> arguments, int answers, out ConcreteState after)
    {
        interpreter ??= new Interpreter(changed, outside.Answer, discipline, StepLimit);
        outside.Begin(answers, before);
        discipline.Enter(operation, arguments, before);
        after = before.Clone();
        return interpreter.Run(operation.Name, arguments, after);
    }

    Violation? ViolationOf(
        Execution execution, OperationItem operation, ConcreteState before, IReadOnlyList<Int128> arguments, ConcreteState after)
    {
        var failed = execution.Failure is { } failure ? discipline.Found ?? ViolationOf(failure) : null;
        if (discipline.TrustFailed && failed?.Kind != ObligationKind.Lock) return null;
        if (failed is not null) return failed;

        try
        {
            if (clauses.ViolatedEnsures(operation.Name, arguments, before, after, execution.Result) is { } ensures)
                return new(ObligationKind.Ensures, ensures.Name);

            var allowed = new AllowedChanges(changed, operation, arguments, before);
            if (before.Differences(after).FirstOrDefault(difference => !allowed.Include(difference)) is { } outside)
                return new(ObligationKind.Frame, outside.Table is null ? outside.Field : $"{outside.Table}.{outside.Field}");

            return clauses.ViolatedInvariant(after) is { } invariant ? new(ObligationKind.Invariant, invariant.Name) : null;
        }
        catch (InterpretationException badRow)
        {
            return new(Violation.Row, badRow.Message);
        }
    }

    static Violation ViolationOf(string failure) =>
        failure == Interpreter.Assert ? new(ObligationKind.Assert, "assert")
        : failure == Interpreter.Endless ? new(ObligationKind.LoopEnds, "variant")
        : failure.StartsWith(Interpreter.NonNull, StringComparison.Ordinal) ? new(ObligationKind.NonNull, failure)
        : failure.StartsWith(Interpreter.Panic, StringComparison.Ordinal) ? new(ObligationKind.Panic, failure)
        : failure == Interpreter.DivisionByZero ? new(ObligationKind.Divisor, failure)
        : new(Violation.Row, failure);
}
