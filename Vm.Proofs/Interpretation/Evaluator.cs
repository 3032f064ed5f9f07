using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Vocabulary;

namespace Vm.Proofs.Interpretation;

/// <summary>Evaluates expressions of clauses and bodies.</summary>
/// <param name="program">The component's declarations.</param>
sealed class Evaluator(IrProgram program)
{
    /// <summary>The value of an expression.</summary>
    /// <exception cref="InterpretationException">It reads a row that is not there.</exception>
    public Int128 Evaluate(Expr expression, Bindings b) => expression switch
    {
        BoolLiteral e => e.Value ? 1 : 0,
        IntLiteral e => (Int128)e.Value,
        EnumLiteral e => (Int128)program.Enums[e.Enum].Members.Single(member => member.Name == e.Member).Value,
        NullLiteral => 0,
        Variable e => b.Locals[e.Name],
        GlobalVariable e => b.State[e.Name],
        RowField e => Row(e.Row, b) is var (table, row) ? b.State[table, row, e.Field] : default,
        Comparison e => Compare(e.Operator, Evaluate(e.Left, b), Evaluate(e.Right, b)) ? 1 : 0,
        Logical { Operator: LogicalOperator.And } e => Holds(e.Left, b) && Holds(e.Right, b) ? 1 : 0,
        Logical e => Holds(e.Left, b) || Holds(e.Right, b) ? 1 : 0,
        Not e => Holds(e.Operand, b) ? 0 : 1,
        Arithmetic e => MachineIntegers.Apply(e.Operator, e.Type, Evaluate(e.Left, b), Evaluate(e.Right, b)),
        Complement e => MachineIntegers.Wrap(~Evaluate(e.Operand, b), e.Type),
        Negation e => MachineIntegers.Wrap(-Evaluate(e.Operand, b), e.Type),
        Conversion e => Convert(e.To, Evaluate(e.Operand, b)),
        Conditional e => Evaluate(Holds(e.Condition, b) ? e.WhenTrue : e.WhenFalse, b),
        NullTest e => Evaluate(e.Handle, b) == 0 ? 1 : 0,
        IndexOf e => Evaluate(e.Handle, b),
        HandleOf e => Evaluate(e.Index, b),
        Call e => Apply(program.Function(e.Function), [.. e.Arguments.Select(argument => Evaluate(argument, b))], b),
        Quantified e => Quantify(e, b),
        Unique e => IsUnique(e, b) ? 1 : 0,
        Chain e => IsChain(e, b) ? 1 : 0,
        Queue e => IsQueue(e, b) ? 1 : 0,
        Old e => Evaluate(e.Operand, b.AtEntry()),
        Result => b.Result ?? throw new InterpretationException("an operation without result has none"),
        _ => throw new InterpretationException($"{expression.GetType().Name} has no value outside of a proof"),
    };

    /// <summary>Whether a condition is true.</summary>
    public bool Holds(Expr condition, Bindings b) => Evaluate(condition, b) != 0;

    /// <summary>The table and number of a row.</summary>
    public (string Table, Int128 Row) Row(RowReference reference, Bindings b) => reference switch
    {
        Element element => (element.Table, Evaluate(element.Handle, b)),
        AliasedRow alias => b.Aliases[alias.Name],
        _ => throw new InterpretationException($"unknown row {reference}"),
    };

    Int128 Apply(FunctionItem function, Int128[] arguments, Bindings b)
    {
        var inner = new Bindings(b.State);
        for (var i = 0; i < arguments.Length; i++) inner.Locals[function.Parameters[i].Name] = arguments[i];
        return Evaluate(function.Body, inner);
    }

    Int128 Convert(string to, Int128 value) =>
        MachineIntegers.Wrap(value, program.Enums.TryGetValue(to, out var target) ? target.Underlying : to);

    static bool Compare(ComparisonOperator op, Int128 left, Int128 right) => op switch
    {
        ComparisonOperator.Eq => left == right,
        ComparisonOperator.Ne => left != right,
        ComparisonOperator.Lt => left < right,
        ComparisonOperator.Le => left <= right,
        ComparisonOperator.Gt => left > right,
        _ => left >= right,
    };

    Int128 Quantify(Quantified e, Bindings b)
    {
        var rows = b.State.RowsOf(e.Binder.Type);
        bool Body(Int128 row) => Holds(e.Body, b.With(e.Binder, row));
        return e.Quantifier switch
        {
            Quantifier.ForAll => rows.All(Body) ? 1 : 0,
            Quantifier.Exists => rows.Any(Body) ? 1 : 0,
            _ => rows.Count(Body),
        };
    }

    bool IsUnique(Unique e, Bindings b) => Spec.Unique(
        b.State.RowsOf(e.Row.Type),
        row => Holds(e.Where, b.With(e.Row, row)),
        row => string.Join(',', e.Keys.Select(key => Evaluate(key, b.With(e.Row, row)))));

    bool IsChain(Chain e, Bindings b) => Spec.Chain(
        b.State.RowsOf(e.List.Type), b.State.RowsOf(e.Row.Type),
        Read(e.Head, e.List, b), Read(e.Next, e.Row, b), Test(e.Member, e.Row, b), Read(e.Key, e.Row, b));

    bool IsQueue(Queue e, Bindings b) => Spec.Queue(
        b.State.RowsOf(e.List.Type), b.State.RowsOf(e.Row.Type),
        Read(e.First, e.List, b), Read(e.Last, e.List, b), Read(e.Next, e.Row, b), Read(e.Prev, e.Row, b),
        Test(e.Member, e.Row, b), Read(e.Key, e.Row, b));

    Func<Int128, Int128> Read(Expr body, Binder binder, Bindings b) => row => Evaluate(body, b.With(binder, row));

    Func<Int128, bool> Test(Expr body, Binder binder, Bindings b) => row => Holds(body, b.With(binder, row));
}
