using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>Values and calls. A call of an operation goes through its contract; a helper's body is walked at each call.</summary>
sealed partial class BodyWalk
{
    const int DeepestCall = 16;

    /// <summary>The states behind an expression or call, with its value.</summary>
    IReadOnlyList<(LockState State, Term? Value)> Evaluate(Expr expression, LockState state)
    {
        if (expression is not Invocation call)
        {
            var after = Condition(expression, state, out var value);
            return [(after, value)];
        }

        var arguments = new List<Term>();
        foreach (var argument in call.Arguments)
        {
            state = Condition(argument, state, out var value);
            arguments.Add(value);
        }

        program.Code.TryGetValue(call.Name, out var code);
        return code switch
        {
            InlineItem helper when path.Count < DeepestCall => Inline(helper, arguments, state),
            OperationItem callee when program.Contracts.TryGetValue(callee.Contract, out var contract) =>
                new CallWalk(this, program, places, names, callee, contract).Perform(arguments, state),
            ExternalItem { Tries: { } tries } method => Try(method, tries, arguments, state),
            _ => [(state, names.Fresh(call.Name))],
        };
    }

    IReadOnlyList<(LockState State, Term? Value)> Inline(InlineItem helper, IReadOnlyList<Term> arguments, LockState state)
    {
        var inside = state with { Locals = Names.Bind(helper.Parameters, arguments), Aliases = state.Aliases.Clear() };
        var outcome = Run(helper.Body, [inside]);
        return
        [
            .. outcome.Next.Select(end => (Outside(end), (Term?)null)),
            .. outcome.Returns.Select(end => (Outside(end.State), end.Value)),
        ];

        LockState Outside(LockState end) => end with { Locals = state.Locals, Aliases = state.Aliases };
    }

    /// <summary>Whoever does not wait cannot be in a deadlock, so the order is not asked for.</summary>
    IReadOnlyList<(LockState State, Term? Value)> Try(ExternalItem method, RowLock tries, List<Term> arguments, LockState state)
    {
        var index = method.Parameters.ToList().FindIndex(p => p.Name == tries.By);
        return index < 0
            ? [(state, names.Fresh(method.Name))]
            : [(state with { Held = state.Held.Add(new(tries.LockClass, arguments[index])) }, Terms.True), (state, Terms.False)];
    }

    /// <summary>What a callee takes is taken here.</summary>
    public void TakesByCall(LockClause clause, Term? row, LockState state, string callee)
    {
        taken.Add(clause.LockClass);
        CheckTaking(clause.LockClass, row, state, $"{callee}, which takes {(row is null && !program.IsOfState(clause.LockClass) ? $"a {clause.LockClass} lock" : NameOf(clause.LockClass, row))},");
    }
}
