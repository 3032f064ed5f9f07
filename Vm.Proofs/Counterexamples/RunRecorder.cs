using Vm.Generators.Ir;
using Vm.Proofs.Exploration;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Counterexamples;

/// <summary>
/// Records the statements of a run up to where a clause breaks: at a call inside of it, or else at its end. The run is the interpreter's,
/// which agrees with the compiled component.
/// </summary>
sealed class RunRecorder : IWatcher
{
    const int StepLimit = 20_000;

    /// <summary>Of a longer run only the end is kept: that is where the clause breaks.</summary>
    const int MostSteps = 500;

    readonly IrProgram program;
    readonly Discipline discipline;
    readonly string clause;
    readonly ConcreteState state;
    readonly Stack<string> operations = [];
    readonly Queue<(Stmt Statement, string Operation, int Depth, List<string> Changes)> steps = [];
    ConcreteState seen;
    List<string> changes = [];

    RunRecorder(IrProgram program, OperationItem operation, Candidate start, string clause)
    {
        (this.program, this.clause) = (program, clause);
        (state, seen) = (start.State.Clone(), start.State);
        discipline = new Discipline(program, new Interpreter(program));
        discipline.Enter(operation, start.Arguments, state);
        operations.Push(operation.Name);
    }

    /// <summary>The statements, in the order in which they were performed.</summary>
    /// <param name="program">The component.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="start">State and arguments.</param>
    /// <param name="clause">The clause that breaks.</param>
    public static IReadOnlyList<RunStep> Record(IrProgram program, OperationItem operation, Candidate start, string clause)
    {
        var recorder = new RunRecorder(program, operation, start, clause);
        new Interpreter(program, watcher: recorder, stepLimit: StepLimit).Run(operation.Name, start.Arguments, recorder.state);
        recorder.NoteChanges();
        return [.. recorder.steps.Select(step => new RunStep(program.PlaceOf(step.Statement), step.Operation, step.Depth, step.Changes))];
    }

    public void Step(Stmt statement)
    {
        NoteChanges();
        changes = [];
        steps.Enqueue((statement, operations.Peek(), operations.Count - 1, changes));
        if (steps.Count > MostSteps) steps.Dequeue();
    }

    public void Calls(OperationItem operation, Int128[] arguments, ConcreteState state)
    {
        Watch(() => discipline.Calls(operation, arguments, state));
        operations.Push(operation.Name);
    }

    public void Returns(OperationItem operation, ConcreteState state)
    {
        operations.Pop();
        discipline.Returns(operation, state);
    }

    public void CallsOutside(ExternalItem method, Int128[] arguments) => discipline.CallsOutside(method, arguments);

    public void Takes(LockInstance taken) => Watch(() => discipline.Takes(taken));

    public void GivesBack(LockInstance given) => Watch(() => discipline.GivesBack(given));

    public void Uses(LockInstance guard, string place) => Watch(() => discipline.Uses(guard, place));

    // The compiled component went past whatever else the discipline minds.
    void Watch(Action look)
    {
        try
        {
            look();
        }
        catch (InterpretationException) when (discipline.Found is { } found && found.Clause.Split('.')[^1] != clause)
        {
        }
    }

    void NoteChanges()
    {
        changes.AddRange(seen.DifferencesTo(state));
        if (changes.Count > 0) seen = state.Clone();
    }
}
