using Vm.Proofs.Conditions;
using Vm.Proofs.Instantiation;

namespace Vm.Proofs.Queries;

/// <summary>Makes the questions that decide the conditions of one operation. For one thread.</summary>
sealed class QueryMaker(OperationConditions operation)
{
    /// <summary>A goal that does not follow from the instances of so many rounds is given up.</summary>
    public const int Rounds = 3;

    readonly Normalizer normalizer = new(operation.Terms);

    /// <summary>Questions with ever more instances of the quantified facts; an answer "unsatisfiable" to any of them is final.</summary>
    public IEnumerable<Query> For(Condition condition)
    {
        var terms = operation.Terms;
        var negated = terms.And(condition.Path, terms.Not(condition.Goal));
        var instantiator = new Instantiator(
            terms,
            operation.Assumptions.Take(condition.Assumptions).Append(negated).SelectMany(formula => normalizer.Clauses(formula)));
        for (var round = 1; round <= Rounds; round++)
        {
            if (!instantiator.Round() && round > 1) yield break;
            yield return new([.. instantiator.Facts, .. MachineFacts.About(terms, instantiator.Terms)]);
        }
    }
}
