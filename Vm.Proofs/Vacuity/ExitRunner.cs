using Vm.Generators.Ir;
using Vm.Proofs.Exploration;
using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Vacuity;

/// <summary>How the interpreter ran an operation.</summary>
/// <param name="Exit">Where it left; null if it did not return.</param>
/// <param name="Execution">What it came to.</param>
/// <param name="After">The state at the end.</param>
sealed record ExitWay(SourcePlace? Exit, Execution Execution, ConcreteState After);

/// <summary>
/// Tells by which exit the component leaves an operation. It does not say so itself; the interpreter does, and the compiled component, with all
/// checks on, has to come to the same end. For one thread.
/// </summary>
sealed class ExitRunner
{
    const int StepLimit = 20_000;

    readonly IrProgram program;
    readonly OperationItem operation;
    readonly ComponentHost host;
    readonly OutsideWorld outside;
    readonly ReturnWatch watch;
    readonly Interpreter interpreter;

    public ExitRunner(Component component, OperationItem operation)
    {
        (program, this.operation) = (component.Program, operation);
        (host, outside, watch) = (new ComponentHost(component), new OutsideWorld(program), new ReturnWatch(operation));
        interpreter = new Interpreter(program, outside.Answer, watch, StepLimit);
    }

    /// <summary>Runs the operation by the interpreter.</summary>
    public ExitWay Interpret(ConcreteState before, IReadOnlyList<Int128> arguments, int answers)
    {
        var after = before.Clone();
        outside.Begin(answers, before);
        watch.Last = null;
        var execution = interpreter.Run(operation.Name, arguments, after);
        var place = watch.Last is { } at ? program.PlaceOf(at) : program.PlaceOf(operation.Name);
        return new(execution.Failure is null ? place : null, execution, after);
    }

    /// <summary>Why the compiled component does not go the same way; null if it does.</summary>
    public string? ProblemOn(ExitWay way, ConcreteState before, IReadOnlyList<Int128> arguments)
    {
        var execution = host.Run(operation.Name, arguments, before, out var after);
        return execution.Failure is { } failure ? $"the component stopped on the way: {failure.Split('\n')[0]}"
            : execution == way.Execution && after.HasValuesOf(way.After) ? null
            : "the component took another way";
    }
}
