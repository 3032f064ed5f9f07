using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>A part of a clause that is proved by itself.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Part">The part's name, or empty if it is the whole clause.</param>
/// <param name="Formula">What is to hold.</param>
sealed record Conjunct(Clause Clause, string Part, Term Formula)
{
    public string Name => Part.Length == 0 ? Clause.Name : $"{Clause.Name}.{Part}";
}

/// <summary>The catalogue of invariants at a state.</summary>
/// <param name="bound">In a finite scope, the length that no list exceeds: lists are walked. Otherwise they go by ranks.</param>
sealed class InvariantEncoder(IrProgram program, Catalog catalog, TermFactory terms, ExpressionEncoder expressions, int? bound)
{
    readonly ListConjuncts lists = new(terms, expressions);

    public IEnumerable<Conjunct> Encode(SymbolicState state) =>
        program.Invariants.SelectMany(invariant => Encode(invariant, state));

    public IEnumerable<Conjunct> Encode(Clause invariant, SymbolicState state)
    {
        if (ListDeclaration.Of(invariant) is not null)
        {
            var list = catalog.List(invariant.Name);
            if (bound is { } length)
            {
                yield return new(invariant, "", new WalkFormula(new ListView(list, state, terms, expressions), terms, expressions).Exact(length));
                yield break;
            }

            foreach (var (part, formula) in lists.Encode(list, state)) yield return new(invariant, part, formula);
            yield break;
        }

        var conjuncts = Expressions.Conjuncts(invariant.Body).ToList();
        for (var i = 0; i < conjuncts.Count; i++)
            yield return new(invariant, conjuncts.Count == 1 ? "" : $"{i + 1}", ForAllRows(invariant, conjuncts[i], state));
    }

    Term ForAllRows(Clause invariant, Expr body, SymbolicState state)
    {
        var scope = new Scope(state, Scope.NoVariables) { Depth = invariant.Parameters.Count };
        var variables = new List<Term>();
        var rows = new List<Term>();
        foreach (var parameter in invariant.Parameters)
        {
            var (variable, isRow) = expressions.Row(parameter.Name, parameter.Type, variables.Count);
            scope = scope.Bind(parameter.Name, variable);
            variables.Add(variable);
            rows.Add(isRow);
        }

        var formula = terms.Implies(terms.And(rows), expressions.Encode(body, scope));
        return variables.Count == 0
            ? formula
            : terms.ForAll(new([.. variables], TriggerInference.Triggers(variables, formula)), formula);
    }
}
