using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// Executes the intermediate representation of bodies and evaluates clauses. It shares nothing with the proof, so that
/// comparing it with the running component tests the lowering. For one thread.
/// </summary>
sealed class Interpreter
{
    /// <summary>The failure of a body that does not end.</summary>
    public const string Endless = "does not end";

    /// <summary>The failure of an assertion.</summary>
    public const string Assert = "assert";

    /// <summary>How the failure begins when a row is reached through a null handle.</summary>
    public const string NonNull = "non-null";

    /// <summary>How the failure begins when a panic is reached.</summary>
    public const string Panic = "panic";

    /// <summary>The failure of a division by zero.</summary>
    public const string DivisionByZero = "division by zero";

    readonly IrProgram program;
    readonly ExpressionCompiler expressions;
    readonly StatementCompiler statements;
    readonly Dictionary<Clause, (NameTable Names, Reader Body)> clauses = new(ReferenceEqualityComparer.Instance);
    readonly int stepLimit;
    int steps;

    /// <param name="program">The component's declarations.</param>
    /// <param name="outside">Results of external methods, by name and arguments; without it they are 0.</param>
    /// <param name="watcher">Sees what bodies do, or null.</param>
    /// <param name="stepLimit">Steps after which a body is taken not to end.</param>
    public Interpreter(
        IrProgram program, Func<string, IReadOnlyList<Int128>, Int128>? outside = null, IWatcher? watcher = null, int stepLimit = 1_000_000)
    {
        (this.program, this.stepLimit) = (program, stepLimit);
        expressions = new ExpressionCompiler(program, watcher);
        statements = new StatementCompiler(program, expressions, watcher, outside) { Count = Count };
    }

    /// <summary>Runs an operation's body and those of all that it calls, changing the state.</summary>
    public Execution Run(string operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        var code = program.CodeOf<OperationItem>(operation);
        if (arguments.Count != code.Parameters.Count)
            throw new ComponentException($"{code.Name} takes {code.Parameters.Count} arguments, not {arguments.Count}");

        steps = 0;
        try
        {
            return new Execution(statements.Run(code, [.. arguments], state));
        }
        catch (InterpretationException failure)
        {
            return new Execution(null, failure.Message, failure.Clause);
        }
    }

    /// <summary>The first clause that the arguments violate, or null.</summary>
    public Clause? ViolatedRequires(string operation, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        var code = program.CodeOf<OperationItem>(operation);
        return program.Contract(code.Contract).Requires
            .OrderBy(clause => clause.WholeState)
            .FirstOrDefault(clause => !Holds(clause, code, arguments, names => new(state, names)));
    }

    /// <summary>The first clause that an execution violates, or null.</summary>
    public Clause? ViolatedEnsures(
        string operation, IReadOnlyList<Int128> arguments, ConcreteState before, ConcreteState after, Int128? result)
    {
        var code = program.CodeOf<OperationItem>(operation);
        return program.Contract(code.Contract).Ensures.FirstOrDefault(clause =>
            !Holds(clause, code, arguments, names => new(after, names) { Entry = before, Result = result }));
    }

    /// <summary>Whether an invariant holds for all rows.</summary>
    public bool Holds(Clause invariant, ConcreteState state)
    {
        var (names, body) = Compiled(invariant, invariant.Parameters);
        return Holds(invariant, 0, new Activation(state, names), body);
    }

    /// <summary>The first invariant that does not hold, or null.</summary>
    public Clause? ViolatedInvariant(ConcreteState state) =>
        program.Invariants.FirstOrDefault(invariant => !Holds(invariant, state));

    /// <summary>The value of a pure or opaque function.</summary>
    public Int128 Value(string function, IReadOnlyList<Int128> arguments, ConcreteState state)
    {
        var item = program.Function(function);
        var call = new Call(function, [.. item.Parameters.Select(parameter => new Variable(parameter.Name))]);
        var names = new NameTable(item.Parameters);
        var read = expressions.Compile(call, names, inBody: false);
        var activation = new Activation(state, names);
        for (var i = 0; i < arguments.Count; i++) activation.Values[i] = arguments[i];
        return read(activation);
    }

    bool Holds(Clause invariant, int parameter, Activation a, Reader body)
    {
        if (parameter == invariant.Parameters.Count) return body(a) != 0;

        foreach (var row in a.State.RowsOf(invariant.Parameters[parameter].Type))
        {
            a.Values[parameter] = row;
            if (!Holds(invariant, parameter + 1, a, body)) return false;
        }

        return true;
    }

    // A clause names some of the operation's parameters, in an order of its own.
    bool Holds(Clause clause, OperationItem code, IReadOnlyList<Int128> arguments, Func<NameTable, Activation> activate)
    {
        var (names, body) = Compiled(clause, clause.Parameters);
        var activation = activate(names);
        for (var i = 0; i < code.Parameters.Count; i++)
        {
            for (var j = 0; j < clause.Parameters.Count; j++)
            {
                if (clause.Parameters[j].Name == code.Parameters[i].Name) activation.Values[j] = arguments[i];
            }
        }

        return body(activation) != 0;
    }

    (NameTable Names, Reader Body) Compiled(Clause clause, IEnumerable<Binder> parameters)
    {
        if (!clauses.TryGetValue(clause, out var compiled))
        {
            var names = new NameTable(parameters);
            compiled = (names, expressions.Compile(clause.Body, names, inBody: false));
            clauses.Add(clause, compiled);
        }

        return compiled;
    }

    void Count()
    {
        if (++steps > stepLimit) throw new InterpretationException(Endless);
    }
}
