using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>The expressions of a declared list at a state, as functions of rows and heads.</summary>
sealed class ListView(ListDeclaration list, SymbolicState state, TermFactory terms, ExpressionEncoder expressions)
{
    public Term P { get; } = expressions.Row(list.Row.Name, list.Row.Type, 0).Variable;

    public Term Q { get; } = expressions.Row(list.Row.Name, list.Row.Type, 1).Variable;

    public Term B { get; } = expressions.Row(list.List.Name, list.List.Type, 2).Variable;

    public bool HasPrev => list.IsQueue;

    public bool KeyCanBeNull => B.Sort is HandleSort { HasNull: true };

    public string RankFamily => Names.Rank(list.Name);

    public Term Tick => state[Names.Tick(list.Name)];

    public Term Rank(Term row) => terms.Select(state[Names.Rank(list.Name)], row);

    public Term First(Term head) => Of(list.First, list.List, head);

    public Term Last(Term head) => Of(list.Last!, list.List, head);

    public Term Next(Term row) => Of(list.Next, list.Row, row);

    public Term Prev(Term row) => Of(list.Prev!, list.Row, row);

    public Term Member(Term row) => Of(list.Member, list.Row, row);

    public Term Key(Term row) => Of(list.Key, list.Row, row);

    /// <summary>The field family of a link or end; null if it is not read directly from a field.</summary>
    public string? FamilyOf(Term link) => link.Op == Op.Select ? link.Args[0].Family : null;

    /// <summary>For all rows. Without families, whatever field the body reads makes an instance interesting.</summary>
    public Term ForAll(IReadOnlyList<Term> variables, string?[]? families, Term body)
    {
        var rows = variables.Select(variable => terms.Not(expressions.IsNull(variable)));
        var formula = terms.Implies(terms.And(rows), body);
        var triggers = families is null
            ? TriggerInference.Triggers(variables, formula)
            : [new Trigger([.. families.Select((family, i) => family ?? MemberFamily(variables[i]))])];
        return terms.ForAll(new([.. variables], triggers), formula);
    }

    string? MemberFamily(Term variable) => TriggerInference.FamiliesOf(variable, Member(variable)).FirstOrDefault();

    Term Of(Expr expression, Binder binder, Term value) =>
        expressions.Encode(expression, new Scope(state, Scope.NoVariables.Add(binder.Name, value)) { Depth = 3 });
}
