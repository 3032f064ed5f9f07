using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Mutation;

/// <summary>Makes the mutants of a body: every statement is deleted or altered, one at a time, in the order of the text.</summary>
sealed class BodyMutator(IrProgram program)
{
    readonly Alterations alterations = new(program);

    /// <summary>A change of one statement, and what would make it no change.</summary>
    /// <param name="Statement">The statement that changes.</param>
    /// <param name="To">How it reads afterwards.</param>
    /// <param name="Instead">What stands in its place.</param>
    /// <param name="Claim">What stands in its place if it is only claimed that nothing changes; null if that cannot be said.</param>
    /// <param name="Condition">The claimed condition.</param>
    sealed record Change(Stmt Statement, string To, EquatableArray<Stmt> Instead, EquatableArray<Stmt>? Claim = null, Expr? Condition = null);

    public IEnumerable<Mutant> Of(CodeItem code)
    {
        var used = new Dictionary<string, int>();
        foreach (var change in Changes(Statements.BodyOf(code), new BodyTypes(program, code)))
        {
            var name = $"{code.Name}: {SourceText.Of(change.Statement)} => {change.To}";
            var number = used[name] = used.GetValueOrDefault(name) + 1;
            yield return new(
                number == 1 ? name : $"{name} #{number}",
                program.PlaceOf(change.Statement),
                WithBody(code, change.Statement, change.Instead),
                change.Claim is { } claim ? new(WithBody(code, change.Statement, claim), change.Condition!) : null);
        }
    }

    IEnumerable<Change> Changes(IEnumerable<Stmt> statements, BodyTypes types)
    {
        foreach (var statement in statements)
        {
            types.Declare(statement);
            foreach (var change in Changes(statement, types)) yield return change;
            foreach (var change in Changes(Statements.PartsOf(statement), types)) yield return change;
        }
    }

    IEnumerable<Change> Changes(Stmt statement, BodyTypes types) => statement switch
    {
        Let s => Values(s, s.Value, s.Type, value => s with { Value = value }),
        Assign s => Values(s, s.Value, types.Of(s.Target), value => s with { Value = value }).Prepend(Dropped(s)),
        Alias s => Values(s, s.Handle, null, handle => s with { Handle = handle }),
        If s => Conditions(s, s.Condition, condition => s with { Condition = condition }),
        While s => Loops(s),
        Locked s => [new(s, "no lock", s.Body)],
        ReadUnder s => [new(s, "no lock", s.Body)],
        Assertion s => [new(s, SourceText.Of(new Not(s.Condition)), [new Assertion(new Not(s.Condition))])],
        Return { Value: { } value } s => Values(s, value, types.Result, other => s with { Value = other }),
        Invoke s when OnlyAsserts(s.Invocation) => [],
        Invoke s => alterations.Of(s.Invocation).OfType<Invocation>()
            .Select(other => Altered(s, new Invoke(other), SameArguments(s.Invocation, other)))
            .Prepend(new(s, "nothing", [])),
        Return or Break or Continue or Acquire or Release => [new(statement, "nothing", [])],
        _ => [],
    };

    /// <summary>Left out, such a helper changes no run: its assertions are proved. They are altered in the helper itself.</summary>
    bool OnlyAsserts(Invocation call) =>
        program.CodeOf<CodeItem>(call.Name) is InlineItem helper && helper.Body.All(statement => statement is Alias or Assertion);

    /// <summary>A value that is stored, bound or returned.</summary>
    IEnumerable<Change> Values(Stmt statement, Expr value, string? type, Func<Expr, Stmt> put)
    {
        if (value is Invocation call)
        {
            var other = alterations.Of(call).OfType<Invocation>()
                .Select(changed => Altered(statement, put(changed), SameArguments(call, changed)));
            return type is not null && alterations.Default(type) is { } nothing
                ? other.Prepend(new(statement, SourceText.Of(put(nothing)), [put(nothing)]))
                : other;
        }

        var values = alterations.Of(value);
        if (type is not null && alterations.Other(value, type) is { } another) values = values.Append(another);
        return values.Distinct().Select(other => Altered(statement, put(other), Same(value, other)));
    }

    IEnumerable<Change> Conditions(Stmt statement, Expr condition, Func<Expr, Stmt> put) =>
        alterations.Of(condition)
            .Append(Negated(condition)).Append(new BoolLiteral(true)).Append(new BoolLiteral(false))
            .Distinct()
            .Select(other => Altered(statement, put(other), Same(condition, other)));

    // The condition of a loop is evaluated before each round: the claim is an invariant.
    IEnumerable<Change> Loops(While loop) =>
        alterations.Of(loop.Condition).Append(Negated(loop.Condition)).Append(new BoolLiteral(false)).Distinct().Select(other =>
        {
            var (changed, same) = (loop with { Condition = other }, Same(loop.Condition, other));
            return new Change(
                loop, SourceText.Of(changed), [changed], [loop with { Invariants = [.. loop.Invariants, same] }], same);
        });

    static Change Dropped(Assign s) => s.Value is Invocation call
        ? new(s, SourceText.Of(call), [new Invoke(call)])
        : new(s, "nothing", [], [new Assertion(Same(s.Target, s.Value)), s], Same(s.Target, s.Value));

    static Change Altered(Stmt statement, Stmt changed, Expr same) =>
        new(statement, SourceText.Of(changed), [changed], [new Assertion(same), statement], same);

    static Expr Same(Expr a, Expr b) => new Comparison(ComparisonOperator.Eq, a, b);

    static Expr SameArguments(Invocation a, Invocation b) =>
        a.Arguments.Zip(b.Arguments).Where(pair => pair.First != pair.Second).Select(pair => Same(pair.First, pair.Second)).First();

    static Expr Negated(Expr condition) => condition is Not not ? not.Operand : new Not(condition);

    static CodeItem WithBody(CodeItem code, Stmt statement, EquatableArray<Stmt> instead) => code switch
    {
        OperationItem operation => operation with { Body = Replaced(operation.Body, statement, instead) },
        InlineItem helper => helper with { Body = Replaced(helper.Body, statement, instead) },
        _ => code,
    };

    /// <summary>The statements with one of them, found by its identity, replaced. All others stay the same objects.</summary>
    static EquatableArray<Stmt> Replaced(EquatableArray<Stmt> body, Stmt statement, EquatableArray<Stmt> instead)
    {
        if (!Statements.All(body).Any(other => ReferenceEquals(other, statement))) return body;

        return body.SelectMany(each => ReferenceEquals(each, statement) ? instead : [Inside(each)]).ToEquatableArray();

        Stmt Inside(Stmt each) => Statements.All([each]).Any(other => ReferenceEquals(other, statement))
            ? each switch
            {
                If s => s with { Then = Replaced(s.Then, statement, instead), Else = Replaced(s.Else, statement, instead) },
                While s => s with { Body = Replaced(s.Body, statement, instead) },
                Locked s => s with { Body = Replaced(s.Body, statement, instead) },
                ReadUnder s => s with { Body = Replaced(s.Body, statement, instead) },
                _ => each,
            }
            : each;
    }
}
