using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>
/// Evaluates expressions to terms. Of a body, it shows each use of a place to the guards, with what is known where it is evaluated:
/// the right side of <c>&amp;&amp;</c> only counts if the left is true.
/// </summary>
/// <param name="uses">Who is shown the uses; null: an expression of a clause, which uses nothing.</param>
sealed class Reading(LockProgram program, Names names, IUses? uses = null)
{
    /// <summary>What reading itself taught: where the links of declared lists lead.</summary>
    readonly List<Term> learned = [];

    /// <summary>The operation's result, in an ensures clause.</summary>
    public Term? Result { get; init; }

    /// <summary>The state at entry, in an ensures clause.</summary>
    public LockState? Old { get; init; }

    /// <summary>Whether reading a link teaches where it leads.</summary>
    public bool FollowsLists { get; init; } = uses is not null;

    public LockState Learn(LockState state) => learned.Aggregate(state, (s, fact) => s.Assume(fact) ?? s);

    public Term Value(Expr expression, LockState state) => state.Facts.Simplify(Evaluate(expression, state));

    /// <summary>The row and its table.</summary>
    public BoundRow? Row(RowReference row, LockState state) => row switch
    {
        Element r => new(r.Table, Value(r.Handle, state)),
        AliasedRow r => state.Aliases.TryGetValue(r.Name, out var bound) ? bound : null,
        _ => null,
    };

    Term Evaluate(Expr expression, LockState state)
    {
        switch (expression)
        {
            case BoolLiteral e: return Terms.Truth(e.Value);
            case IntLiteral e: return Terms.Literal(e.Value.ToString());
            case EnumLiteral e: return Terms.Literal($"{e.Enum}.{e.Member}");
            case NullLiteral: return Terms.Null;
            case Variable e: return state.Locals.TryGetValue(e.Name, out var value) ? value : names.Fresh(e.Name);
            case GlobalVariable e: return Global(e.Name, state);
            case RowField e: return Row(e.Row, state) is { } row ? Field(row, e.Field, state) : names.Fresh(e.Field);
            case Comparison { Operator: ComparisonOperator.Eq } e: return Terms.Eq(Value(e.Left, state), Value(e.Right, state));
            case Comparison { Operator: ComparisonOperator.Ne } e: return Terms.Not(Terms.Eq(Value(e.Left, state), Value(e.Right, state)));
            case Comparison e: return new(e.Operator.ToString(), Value(e.Left, state), Value(e.Right, state));
            case Logical { Operator: LogicalOperator.And } e: return Branch(Value(e.Left, state), e.Right, new BoolLiteral(false), state);
            case Logical e: return Branch(Value(e.Left, state), new BoolLiteral(true), e.Right, state);
            case Not e: return Terms.Not(Value(e.Operand, state));
            case Conditional e: return Branch(Value(e.Condition, state), e.WhenTrue, e.WhenFalse, state);
            case NullTest e: return Terms.IsNull(Value(e.Handle, state));
            case Call e: return Function(e, state);
            case Old e: return Old is null ? names.Fresh("old") : Value(e.Operand, Old with { Facts = state.Facts, Locals = state.Locals });
            case Ir.Result: return Result ?? names.Fresh("result");
            case Arithmetic e: return new($"{e.Operator}.{e.Type}", Value(e.Left, state), Value(e.Right, state));
            case Complement e: return new($"bnot.{e.Type}", Value(e.Operand, state));
            case Negation e: return new($"neg.{e.Type}", Value(e.Operand, state));
            case Conversion e: return new($"conv.{e.From}.{e.To}", Value(e.Operand, state));
            case IndexOf e: return new("index", Value(e.Handle, state));
            case HandleOf e: return new($"handle.{e.Handle}", Value(e.Index, state));

            // Quantifiers, lists, ranks and ghosts say nothing about one row that the rules could use.
            default:
                uses?.UseMany();
                return names.Fresh("unknown");
        }
    }

    Term Branch(Term condition, Expr whenTrue, Expr whenFalse, LockState state)
    {
        state = Learn(state);
        return Terms.Ite(
            condition,
            state.Assume(condition) is { } t ? Value(whenTrue, t) : Terms.False,
            state.Assume(Terms.Not(condition)) is { } f ? Value(whenFalse, f) : Terms.True);
    }

    Term Global(string name, LockState state)
    {
        uses?.UseGlobal(name, write: false, Learn(state));
        return state.Heap.TryGetValue(name, out var heap) ? heap.Read(StatePlace, state.Facts) : new($"{name}#0", StatePlace);
    }

    Term Field(BoundRow row, string field, LockState state)
    {
        uses?.UseField(row, field, write: false, Learn(state));
        var value = ReadAt(row, field, state, state.Heap);
        if (FollowsLists && program.TableOf(program.Field(row.Table, field)?.Type ?? "") is not null
            && value.Equals(ReadAt(row, field, state, state.Consistent)))
        {
            learned.AddRange(ListFacts.About(row, field, value, program, names, state));
        }

        return value;
    }

    static Term ReadAt(BoundRow row, string field, LockState state, System.Collections.Immutable.ImmutableDictionary<string, FieldHeap> heap)
    {
        var key = $"{row.Table}.{field}";
        return state.Facts.Simplify((heap.TryGetValue(key, out var found) ? found : new($"{key}#0")).Read(row.Row, state.Facts));
    }

    Term Function(Call call, LockState state)
    {
        var arguments = call.Arguments.Select(a => Value(a, state)).ToList();
        if (!program.Functions.TryGetValue(call.Function, out var function)) return new(call.Function, arguments);

        var inside = Learn(state) with { Locals = Names.Bind(function.Parameters, arguments) };
        if (!function.Opaque) return Value(function.Body, inside);

        // The value depends on the arguments alone; the places are used all the same.
        if (uses is not null) Value(function.Body, inside);
        return new(call.Function, arguments);
    }

    /// <summary>A scalar is a field of the one row that the state is.</summary>
    public static Term StatePlace { get; } = new("state");
}
