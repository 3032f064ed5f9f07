using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>How control leaves a statement.</summary>
enum Flow { Next, Break, Continue, Return }

/// <summary>Runs a statement.</summary>
delegate Flow Runner(Activation a);

/// <summary>Turns bodies into functions that run them. Loop invariants and ghosts have no effect.</summary>
/// <param name="program">The component's declarations.</param>
/// <param name="expressions">For the expressions.</param>
/// <param name="watcher">Sees what happens, or null.</param>
/// <param name="outside">Results of external methods; without it they are 0.</param>
sealed class StatementCompiler(
    IrProgram program, ExpressionCompiler expressions, IWatcher? watcher, Func<string, IReadOnlyList<Int128>, Int128>? outside)
{
    readonly Guards guards = new(program);
    readonly Dictionary<string, (NameTable Names, Runner Run)> bodies = [];

    /// <summary>Called at each step.</summary>
    public required Action Count { get; init; }

    /// <summary>Runs a body.</summary>
    /// <returns>Its result, if it has one.</returns>
    public Int128? Run(CodeItem code, ReadOnlySpan<Int128> arguments, ConcreteState state)
    {
        if (!bodies.TryGetValue(code.Name, out var body))
        {
            var names = new NameTable(code.Parameters);
            body = (names, Block(Statements.BodyOf(code), names));
            bodies.Add(code.Name, body);
        }

        var activation = new Activation(state, body.Names);
        arguments.CopyTo(activation.Values);
        body.Run(activation);
        return activation.Result;
    }

    Runner Block(EquatableArray<Stmt> statements, NameTable names)
    {
        Runner[] runners = [.. statements.Select(statement => Counted(statement, names))];
        return a =>
        {
            foreach (var run in runners)
            {
                var flow = run(a);
                if (flow != Flow.Next) return flow;
            }

            return Flow.Next;
        };
    }

    Runner Counted(Stmt statement, NameTable names)
    {
        var run = Compile(statement, names);
        return a =>
        {
            Count();
            watcher?.Step(statement);
            return run(a);
        };
    }

    Runner Compile(Stmt statement, NameTable names)
    {
        switch (statement)
        {
            case Let s:
                var value = Value(s.Value, names);
                var number = names.Declare(s.Name);
                return a => Then(a.Values[number] = value(a));
            case Assign s:
                var (assigned, store) = (Value(s.Value, names), expressions.Store(s.Target, names));
                return a =>
                {
                    store(a, assigned(a));
                    return Flow.Next;
                };
            case Alias s:
                var row = expressions.Row(new Element(s.Table, s.Handle), names, inBody: true);
                var alias = names.DeclareAlias(s.Name, s.Table);
                return a => Then(a.Values[alias] = row(a));
            case If s:
                var (condition, then, otherwise) = (Read(s.Condition, names), Block(s.Then, names), Block(s.Else, names));
                return a => condition(a) != 0 ? then(a) : otherwise(a);
            case While s:
                return Loop(Read(s.Condition, names), Block(s.Body, names));
            case Locked s:
                return Holding(Lock(s.Lock, names), Block(s.Body, names));
            case ReadUnder s:
                return Holding(Lock(s.Lock, names), Block(s.Body, names));
            case Acquire s:
                var taken = Lock(s.Lock, names);
                return a =>
                {
                    watcher?.Takes(taken(a));
                    return Flow.Next;
                };
            case Release s:
                var given = Lock(s.Lock, names);
                return a =>
                {
                    watcher?.GivesBack(given(a));
                    return Flow.Next;
                };
            case Assertion s:
                var fact = Read(s.Condition, names);
                return a => fact(a) != 0 ? Flow.Next : throw new InterpretationException(Interpreter.Assert);
            case Panic s:
                return _ => throw new InterpretationException($"{Interpreter.Panic}: {s.Function}: {s.Clause}");
            case Return { Value: null }:
                return _ => Flow.Return;
            case Return s:
                var result = Value(s.Value!, names);
                return a =>
                {
                    a.Result = result(a);
                    return Flow.Return;
                };
            case Invoke s:
                var call = Call(s.Invocation, names);
                return a =>
                {
                    _ = call(a);
                    return Flow.Next;
                };
            case Break: return _ => Flow.Break;
            case Continue: return _ => Flow.Continue;
            case GhostAdd or GhostRemove: return _ => Flow.Next;
            default: throw new ComponentException($"statement {statement.GetType().Name} is not known");
        }

        static Flow Then(Int128 _) => Flow.Next;
    }

    // Read without the lock, what counts is what was read as if with it.
    Runner Holding(Func<Activation, LockInstance> held, Runner inside) => a =>
    {
        var instance = held(a);
        watcher?.Takes(instance);
        var flow = inside(a);
        watcher?.GivesBack(instance);
        return flow;
    };

    Runner Loop(Reader condition, Runner body) => a =>
    {
        while (condition(a) != 0)
        {
            Count();
            var flow = body(a);
            if (flow == Flow.Return) return flow;
            if (flow == Flow.Break) break;
        }

        return Flow.Next;
    };

    Reader Read(Expr expression, NameTable names) => expressions.Compile(expression, names, inBody: true);

    Reader Value(Expr expression, NameTable names)
    {
        if (expression is not Invocation call) return Read(expression, names);

        var run = Call(call, names);
        return a => run(a) ?? throw new ComponentException($"{call.Name} has no result");
    }

    Func<Activation, Int128?> Call(Invocation call, NameTable names)
    {
        var code = program.CodeOf<CodeItem>(call.Name);
        if (call.Arguments.Count != code.Parameters.Count)
            throw new ComponentException($"{code.Name} takes {code.Parameters.Count} arguments, not {call.Arguments.Count}");

        Reader[] arguments = [.. call.Arguments.Select(argument => Read(argument, names))];
        return a =>
        {
            Int128[] values = [.. arguments.Select(argument => argument(a))];
            if (code is ExternalItem external)
            {
                watcher?.CallsOutside(external, values);
                return outside?.Invoke(code.Name, values) ?? 0;
            }

            var operation = code as OperationItem;
            if (operation is not null) watcher?.Calls(operation, values, a.State);
            var result = Run(code, values, a.State);
            if (operation is not null) watcher?.Returns(operation, a.State);
            return result;
        };
    }

    Func<Activation, LockInstance> Lock(Place place, NameTable names)
    {
        var lockClass = guards.ClassOf(place, row => ExpressionCompiler.TableOf(row, names));
        if (place is not RowField field) return _ => new(lockClass, null, 0);

        var (table, row) = (ExpressionCompiler.TableOf(field.Row, names), expressions.Row(field.Row, names, inBody: true));
        return a => new(lockClass, table, row(a));
    }
}
