using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// Executes the intermediate representation of bodies. It shares nothing with the proof, so that comparing it with the
/// running component tests the lowering. Loop invariants, ghosts and locks have no effect here.
/// </summary>
/// <param name="program">The component's declarations.</param>
/// <param name="outside">Results of external methods, by name and arguments; without it they are 0.</param>
sealed class Interpreter(IrProgram program, Func<string, IReadOnlyList<Int128>, Int128>? outside = null)
{
    enum Flow { Next, Break, Continue, Return }

    /// <summary>The failure of a body that does not end.</summary>
    public const string Endless = "does not end";

    /// <summary>Steps after which a body is taken not to end.</summary>
    public const int StepLimit = 1_000_000;

    readonly Evaluator evaluator = new(program);
    int steps;

    /// <summary>Runs an operation's body and those of all that it calls, changing the state.</summary>
    public Execution Run(string operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        steps = 0;
        try
        {
            return new Execution(Invoke(program.CodeOf<OperationItem>(operation), arguments, state));
        }
        catch (InterpretationException failure)
        {
            return new Execution(null, failure.Message);
        }
    }

    /// <summary>The first clause that the arguments violate, or null.</summary>
    public Clause? ViolatedRequires(string operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        var code = program.CodeOf<OperationItem>(operation);
        return program.Contract(code.Contract).Requires
            .OrderBy(clause => clause.WholeState)
            .FirstOrDefault(clause => !evaluator.Holds(clause.Body, Bind(code, arguments, new Bindings(state))));
    }

    /// <summary>The first clause that an execution violates, or null.</summary>
    public Clause? ViolatedEnsures(
        string operation, IReadOnlyList<Int128> arguments, ConcreteState before, ConcreteState after, Int128? result)
    {
        var code = program.CodeOf<OperationItem>(operation);
        return program.Contract(code.Contract).Ensures.FirstOrDefault(clause =>
            !evaluator.Holds(clause.Body, Bind(code, arguments, new Bindings(after, before) { Result = result })));
    }

    /// <summary>Whether an invariant holds for all rows.</summary>
    public bool Holds(Clause invariant, ConcreteState state) => Holds(invariant, 0, new Bindings(state));

    /// <summary>The value of a pure or opaque function.</summary>
    public Int128 Value(string function, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        var item = program.Function(function);
        var bindings = new Bindings(state);
        for (var i = 0; i < arguments.Count; i++) bindings.Locals[item.Parameters[i].Name] = arguments[i];
        return evaluator.Evaluate(item.Body, bindings);
    }

    bool Holds(Clause invariant, int parameter, Bindings b) => parameter == invariant.Parameters.Count
        ? evaluator.Holds(invariant.Body, b)
        : b.State.RowsOf(invariant.Parameters[parameter].Type)
            .All(row => Holds(invariant, parameter + 1, b.With(invariant.Parameters[parameter], row)));

    Int128? Invoke(CodeItem code, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        if (code is ExternalItem) return outside?.Invoke(code.Name, arguments) ?? 0;

        var bindings = Bind(code, arguments, new Bindings(state));
        Int128? result = null;
        Execute(Statements.BodyOf(code), bindings, ref result);
        return result;
    }

    static Bindings Bind(CodeItem code, IReadOnlyList<Int128> arguments, Bindings bindings)
    {
        if (arguments.Count != code.Parameters.Count)
            throw new ComponentException($"{code.Name} takes {code.Parameters.Count} arguments, not {arguments.Count}");
        for (var i = 0; i < arguments.Count; i++) bindings.Locals[code.Parameters[i].Name] = arguments[i];
        return bindings;
    }

    Flow Execute(EquatableArray<Stmt> statements, Bindings b, ref Int128? result)
    {
        foreach (var statement in statements)
        {
            var flow = Execute(statement, b, ref result);
            if (flow != Flow.Next) return flow;
        }

        return Flow.Next;
    }

    Flow Execute(Stmt statement, Bindings b, ref Int128? result)
    {
        if (++steps > StepLimit) throw new InterpretationException(Endless);
        switch (statement)
        {
            case Let s:
                b.Locals[s.Name] = Value(s.Value, b);
                return Flow.Next;
            case Assign s:
                Store(s.Target, Value(s.Value, b), b);
                return Flow.Next;
            case Alias s:
                b.Aliases[s.Name] = (s.Table, evaluator.Evaluate(s.Handle, b));
                return Flow.Next;
            case If s:
                return Execute(evaluator.Holds(s.Condition, b) ? s.Then : s.Else, b, ref result);
            case While s:
                return Loop(s, b, ref result);
            case Locked s:
                return Execute(s.Body, b, ref result);
            case ReadUnder s:
                return Execute(s.Body, b, ref result);
            case Assertion s:
                if (!evaluator.Holds(s.Condition, b)) throw new InterpretationException("assert");
                return Flow.Next;
            case Panic s:
                throw new InterpretationException($"panic: {s.Function}: {s.Clause}");
            case Return s:
                result = s.Value is null ? null : Value(s.Value, b);
                return Flow.Return;
            case Invoke s:
                _ = Call(s.Invocation, b);
                return Flow.Next;
            case Break:
                return Flow.Break;
            case Continue:
                return Flow.Continue;
            case Acquire or Release or GhostAdd or GhostRemove:
                return Flow.Next;
            default:
                throw new InterpretationException($"unknown statement {statement.GetType().Name}");
        }
    }

    Flow Loop(While loop, Bindings b, ref Int128? result)
    {
        while (evaluator.Holds(loop.Condition, b))
        {
            if (++steps > StepLimit) throw new InterpretationException(Endless);
            var flow = Execute(loop.Body, b, ref result);
            if (flow == Flow.Return) return flow;
            if (flow == Flow.Break) break;
        }

        return Flow.Next;
    }

    Int128 Value(Expr expression, Bindings b) => expression is Invocation call
        ? Call(call, b) ?? throw new ComponentException($"{call.Name} has no result")
        : evaluator.Evaluate(expression, b);

    Int128? Call(Invocation call, Bindings b) =>
        Invoke(program.CodeOf<CodeItem>(call.Name), [.. call.Arguments.Select(argument => evaluator.Evaluate(argument, b))], b.State);

    void Store(Place target, Int128 value, Bindings b)
    {
        switch (target)
        {
            case Variable local:
                b.Locals[local.Name] = value;
                break;
            case GlobalVariable global:
                b.State[global.Name] = value;
                break;
            case RowField field:
                var (table, row) = evaluator.Row(field.Row, b);
                b.State[table, row, field.Field] = Narrow(table, field.Field, value);
                break;
        }
    }

    /// <summary>A bit-field keeps the low bits.</summary>
    Int128 Narrow(string table, string field, Int128 value) =>
        program.Field(table, field).Bits is { } bits ? value & ((Int128.One << bits) - 1) : value;
}
