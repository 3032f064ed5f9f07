using System.Collections.Immutable;
using Vm.Proofs.Conditions;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Queries;

/// <summary>Makes the questions that decide the conditions of one operation. For one thread.</summary>
sealed class QueryMaker(OperationConditions operation)
{
    /// <summary>A goal that does not follow from the instances of so many rounds is given up.</summary>
    public const int Rounds = 3;

    /// <summary>
    /// Most goals that follow from the relevant facts do so within this; that others do not follow can take the solver as long as the whole
    /// question.
    /// </summary>
    const uint RelevantEffort = 20_000;

    readonly TermFactory terms = operation.Terms;
    readonly Normalizer normalizer = new(operation.Terms);
    readonly Relevance relevance = new();

    /// <summary>
    /// Questions with ever more facts: first those that the goal probably hangs on, then all, then ever more instances of the quantified
    /// ones. An answer "unsatisfiable" to any of them is final.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="rounds">How often instances are made, at most.</param>
    public IEnumerable<Query> For(Condition condition, int rounds = Rounds)
    {
        var negated = Negated(condition);
        var instantiator = Start(condition, negated);
        yield return Relevant(instantiator, negated);
        yield return Whole(instantiator);
        for (var round = 2; round <= rounds && instantiator.Round(); round++) yield return Whole(instantiator);
    }

    /// <summary>The question with all facts, and the instances of one round.</summary>
    public Query Whole(Condition condition) => Whole(Start(condition, Negated(condition)));

    ImmutableArray<QuantifiedClause> Negated(Condition condition) =>
        normalizer.Clauses(terms.And(condition.Path, terms.Not(condition.Goal)));

    Instantiator Start(Condition condition, ImmutableArray<QuantifiedClause> negated)
    {
        var known = operation.Assumptions.Take(condition.Assumptions).SelectMany(formula => normalizer.Clauses(formula));
        var instantiator = new Instantiator(terms, [.. known, .. negated]);
        instantiator.Round();
        return instantiator;
    }

    Query Relevant(Instantiator instantiator, ImmutableArray<QuantifiedClause> negated)
    {
        var facts = relevance.Pick(instantiator.Facts, negated.Where(clause => clause.Variables.IsEmpty).Select(clause => clause.Body));
        return new([.. facts, .. MachineFacts.About(terms, facts.SelectMany(TermWalk.SubTerms).Distinct())]) { Effort = RelevantEffort };
    }

    Query Whole(Instantiator instantiator) => new([.. instantiator.Facts, .. MachineFacts.About(terms, instantiator.Terms)]);
}
