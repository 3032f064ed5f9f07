using Vm.Generators.Ir;
using Vm.Proofs.Exploration;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Counterexamples;

/// <summary>
/// Runs a body by the interpreter, which agrees with the compiled component, and stops where a rule about locks is broken. The component
/// checks lock clauses, the order and double taking; that a place is used with its lock held, it does not.
/// </summary>
sealed class LockRun : IWatcher
{
    const int StepLimit = 20_000;

    readonly Discipline discipline;
    readonly Stack<Stmt> calling = [];
    Stmt? current;

    LockRun(IrProgram program, OperationItem operation, Candidate start)
    {
        discipline = new Discipline(program, new Interpreter(program));
        discipline.Enter(operation, start.Arguments, start.State);
    }

    /// <summary>The rule that the run breaks at a place of the operation, in words; null if it breaks none there.</summary>
    public static string? Broken(IrProgram program, OperationItem operation, Candidate start, SourcePlace place)
    {
        var run = new LockRun(program, operation, start);
        new Interpreter(program, watcher: run, stepLimit: StepLimit).Run(operation.Name, start.Arguments, start.State.Clone());
        return run.discipline.Found is { Kind: ObligationKind.Lock } found && run.current is { } at && program.PlaceOf(at) == place
            ? found.Clause
            : null;
    }

    public void Step(Stmt statement) => current = statement;

    public void Calls(OperationItem operation, Int128[] arguments, ConcreteState state)
    {
        discipline.Calls(operation, arguments, state);
        calling.Push(current!);
    }

    public void Returns(OperationItem operation, ConcreteState state)
    {
        current = calling.Pop();
        discipline.Returns(operation, state);
    }

    public void CallsOutside(ExternalItem method, Int128[] arguments) => discipline.CallsOutside(method, arguments);

    public void Takes(LockInstance taken) => discipline.Takes(taken);

    public void GivesBack(LockInstance given) => discipline.GivesBack(given);

    public void Uses(LockInstance guard, string place) => discipline.Uses(guard, place);
}
