using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Vocabulary;

namespace Vm.Proofs.Interpretation;

/// <summary>Turns expressions into functions that evaluate them, with all names looked up once.</summary>
/// <param name="program">The component's declarations.</param>
/// <param name="watcher">Sees the use of guarded places in bodies, or null.</param>
sealed class ExpressionCompiler(IrProgram program, IWatcher? watcher)
{
    readonly StateLayout layout = new(program);
    readonly Guards guards = new(program);
    readonly Dictionary<(string Name, bool InBody), (NameTable Names, Reader Body)> functions = [];

    /// <summary>The function that evaluates an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="names">The names that it may use.</param>
    /// <param name="inBody">In a body, a row may not be reached through null, and locks protect places; a clause may look anywhere.</param>
    public Reader Compile(Expr expression, NameTable names, bool inBody)
    {
        Reader Of(Expr e) => Compile(e, names, inBody);
        Reader Part(Expr condition) => inBody && watcher is not null ? Watched(condition, Of(condition)) : Of(condition);
        switch (expression)
        {
            case BoolLiteral e: return Constant(e.Value ? 1 : 0);
            case IntLiteral e: return Constant((Int128)e.Value);
            case EnumLiteral e: return Constant((Int128)program.Enums[e.Enum].Members.Single(member => member.Name == e.Member).Value);
            case NullLiteral: return Constant(0);
            case Variable e:
                var number = names[e.Name];
                return a => a.Values[number];
            case GlobalVariable e: return Global(e, inBody);
            case RowField e: return Field(e, names, inBody);
            case Comparison e: return Compare(e.Operator, Of(e.Left), Of(e.Right));
            case Logical e: return Decide(e.Operator, Part(e.Left), Part(e.Right));
            case Not e:
                var operand = Of(e.Operand);
                return a => operand(a) == 0 ? 1 : 0;
            case Arithmetic e:
                var (left, right) = (Of(e.Left), Of(e.Right));
                return a => MachineIntegers.Apply(e.Operator, e.Type, left(a), right(a));
            case Complement e:
                var inverted = Of(e.Operand);
                return a => MachineIntegers.Wrap(~inverted(a), e.Type);
            case Negation e:
                var negated = Of(e.Operand);
                return a => MachineIntegers.Wrap(-negated(a), e.Type);
            case Conversion e:
                var (converted, type) = (Of(e.Operand), program.Enums.TryGetValue(e.To, out var target) ? target.Underlying : e.To);
                return a => MachineIntegers.Wrap(converted(a), type);
            case Conditional e:
                var (condition, whenTrue, whenFalse) = (Of(e.Condition), Of(e.WhenTrue), Of(e.WhenFalse));
                return a => condition(a) != 0 ? whenTrue(a) : whenFalse(a);
            case NullTest e:
                var handle = Of(e.Handle);
                return a => handle(a) == 0 ? 1 : 0;
            case IndexOf e: return Of(e.Handle);
            case HandleOf e: return Of(e.Index);
            case Call e: return Apply(e, [.. e.Arguments.Select(Of)], inBody);
            case Quantified e: return Quantify(e, names, inBody);
            case Unique e: return IsUnique(e, names, inBody);
            case Chain e: return IsChain(e, names, inBody);
            case Queue e: return IsQueue(e, names, inBody);
            case Old e:
                var before = Of(e.Operand);
                return a => before(a.AtEntry());
            case Result: return a => a.Result ?? throw new InterpretationException("an operation without result has none");
            default: return _ => throw new InterpretationException($"{expression.GetType().Name} has no value outside of a proof");
        }
    }

    /// <summary>The function that finds a row.</summary>
    public Reader Row(RowReference reference, NameTable names, bool inBody)
    {
        if (reference is AliasedRow alias) return Compile(new Variable(alias.Name), names, inBody);

        var element = (Element)reference;
        var handle = Compile(element.Handle, names, inBody);
        if (!inBody || layout.FirstRow(program.Table(element.Table)) == 0) return handle;
        return a => handle(a) is var row && row != 0
            ? row
            : throw new InterpretationException($"{Interpreter.NonNull}: {element.Table} is reached through null");
    }

    public static string TableOf(RowReference row, NameTable names) =>
        row is Element element ? element.Table : names.TableOfAlias(((AliasedRow)row).Name);

    /// <summary>The function that puts a value into a place.</summary>
    public Action<Activation, Int128> Store(Place target, NameTable names)
    {
        switch (target)
        {
            case Variable local:
                var number = names[local.Name];
                return (a, value) => a.Values[number] = value;
            case GlobalVariable global:
                var (column, lockClass) = (layout.Global(global.Name), watcher is null ? null : guards.OfGlobal(global.Name));
                return (a, value) =>
                {
                    if (lockClass is not null) watcher!.Uses(new(lockClass, null, 0), global.Name);
                    a.State.At(column, 0) = value;
                };
            default:
                var field = (RowField)target;
                var table = TableOf(field.Row, names);
                var (row, place, guard) = (Row(field.Row, names, inBody: true), layout.Column(table, field.Field), GuardOf(table, field.Field));
                var mask = program.Field(table, field.Field).Bits is { } bits ? (Int128.One << bits) - 1 : -1;
                return (a, value) =>
                {
                    var at = row(a);
                    if (guard is not null) watcher!.Uses(new(guard, table, at), field.Field);
                    a.State.At(place, at) = value & mask;
                };
        }
    }

    string? GuardOf(string table, string field) => watcher is null ? null : guards.OfField(table, field);

    Reader Global(GlobalVariable e, bool inBody)
    {
        var column = layout.Global(e.Name);
        if (!inBody || watcher is null || guards.OfGlobal(e.Name) is not { } guard) return a => a.State.At(column, 0);

        return a =>
        {
            watcher.Uses(new(guard, null, 0), e.Name);
            return a.State.At(column, 0);
        };
    }

    Reader Field(RowField e, NameTable names, bool inBody)
    {
        var table = TableOf(e.Row, names);
        var (row, column) = (Row(e.Row, names, inBody), layout.Column(table, e.Field));
        if (!inBody || GuardOf(table, e.Field) is not { } guard) return a => a.State.At(column, row(a));

        return a =>
        {
            var at = row(a);
            watcher!.Uses(new(guard, table, at), e.Field);
            return a.State.At(column, at);
        };
    }

    Reader Apply(Call call, Reader[] arguments, bool inBody)
    {
        if (!functions.TryGetValue((call.Function, inBody), out var function))
        {
            var item = program.Function(call.Function);
            var names = new NameTable(item.Parameters);
            function = (names, Compile(item.Body, names, inBody));
            functions.Add((call.Function, inBody), function);
        }

        return a =>
        {
            var inner = new Activation(a.State, function.Names);
            for (var i = 0; i < arguments.Length; i++) inner.Values[i] = arguments[i](a);
            return function.Body(inner);
        };
    }

    Reader Quantify(Quantified e, NameTable names, bool inBody)
    {
        var holds = Bound(e.Body, e.Binder, names, inBody);
        var handle = e.Binder.Type;
        return e.Quantifier switch
        {
            Quantifier.ForAll => a => a.State.RowsOf(handle).All(row => holds(a)(row) != 0) ? 1 : 0,
            Quantifier.Exists => a => a.State.RowsOf(handle).Any(row => holds(a)(row) != 0) ? 1 : 0,
            _ => a => a.State.RowsOf(handle).Count(row => holds(a)(row) != 0),
        };
    }

    Reader IsUnique(Unique e, NameTable names, bool inBody)
    {
        var where = Bound(e.Where, e.Row, names, inBody);
        var keys = e.Keys.Select(key => Bound(key, e.Row, names, inBody)).ToList();
        return a => Spec.Unique(
            a.State.RowsOf(e.Row.Type), row => where(a)(row) != 0, row => string.Join(',', keys.Select(key => key(a)(row)))) ? 1 : 0;
    }

    Reader IsChain(Chain e, NameTable names, bool inBody)
    {
        var head = Bound(e.Head, e.List, names, inBody);
        var (next, member, key) =
            (Bound(e.Next, e.Row, names, inBody), Bound(e.Member, e.Row, names, inBody), Bound(e.Key, e.Row, names, inBody));
        return a => Spec.Chain(
            a.State.RowsOf(e.List.Type), a.State.RowsOf(e.Row.Type),
            head(a), next(a), row => member(a)(row) != 0, key(a)) ? 1 : 0;
    }

    Reader IsQueue(Queue e, NameTable names, bool inBody)
    {
        var (first, last) = (Bound(e.First, e.List, names, inBody), Bound(e.Last, e.List, names, inBody));
        var (next, prev) = (Bound(e.Next, e.Row, names, inBody), Bound(e.Prev, e.Row, names, inBody));
        var (member, key) = (Bound(e.Member, e.Row, names, inBody), Bound(e.Key, e.Row, names, inBody));
        return a => Spec.Queue(
            a.State.RowsOf(e.List.Type), a.State.RowsOf(e.Row.Type),
            first(a), last(a), next(a), prev(a), row => member(a)(row) != 0, key(a)) ? 1 : 0;
    }

    /// <summary>The expression as a function of the bound variable.</summary>
    Func<Activation, Func<Int128, Int128>> Bound(Expr body, Binder binder, NameTable names, bool inBody) =>
        names.Within(binder.Name, number =>
        {
            var reader = Compile(body, names, inBody);
            return (Func<Activation, Func<Int128, Int128>>)(a => value =>
            {
                a.Values[number] = value;
                return reader(a);
            });
        });

    Reader Watched(Expr condition, Reader read) => a =>
    {
        var value = read(a);
        watcher!.Finds(condition, value != 0);
        return value;
    };

    static Reader Constant(Int128 value) => _ => value;

    static Reader Decide(LogicalOperator op, Reader left, Reader right) => op == LogicalOperator.And
        ? a => left(a) != 0 && right(a) != 0 ? 1 : 0
        : a => left(a) != 0 || right(a) != 0 ? 1 : 0;

    static Reader Compare(ComparisonOperator op, Reader left, Reader right) => op switch
    {
        ComparisonOperator.Eq => a => left(a) == right(a) ? 1 : 0,
        ComparisonOperator.Ne => a => left(a) != right(a) ? 1 : 0,
        ComparisonOperator.Lt => a => left(a) < right(a) ? 1 : 0,
        ComparisonOperator.Le => a => left(a) <= right(a) ? 1 : 0,
        ComparisonOperator.Gt => a => left(a) > right(a) ? 1 : 0,
        _ => a => left(a) >= right(a) ? 1 : 0,
    };
}
