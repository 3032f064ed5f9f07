using Vm.Proofs.Conditions;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Queries;

/// <summary>
/// Makes the questions that decide the conditions of one operation. Conditions that come in the order of the text share what is known
/// before them, and its instances. For one thread.
/// </summary>
sealed class QueryMaker(OperationConditions operation)
{
    /// <summary>A goal that does not follow from the instances of so many rounds is given up.</summary>
    public const int Rounds = 3;

    readonly Normalizer normalizer = new(operation.Terms);

    Instantiator instantiator = new(operation.Terms);
    OrderedSet<Term> mentioned = new();
    List<Term> shared = [];
    int assumptions;

    /// <summary>
    /// Questions with ever more instances of the quantified facts: at the rows that are read, at those that the instances read, one at a time,
    /// and then at all. An answer "unsatisfiable" to any of them is final.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="rounds">How often instances are made, at most.</param>
    public IEnumerable<Query> For(Condition condition, int rounds = Rounds)
    {
        if (condition.Assumptions < assumptions) StartAnew();
        Know(condition.Assumptions);
        var (facts, mentions) = (instantiator.Facts.Count, mentioned.Count);
        instantiator.Mark();
        mentioned.Mark();
        try
        {
            instantiator.Add(normalizer.Clauses(operation.Terms.And(condition.Path, operation.Terms.Not(condition.Goal))));
            instantiator.Instantiate();
            yield return Asked();
            for (var round = 2; round <= rounds; round++)
            {
                if (instantiator.Widen(severalNew: round > 2)) yield return Asked();
            }
        }
        finally
        {
            instantiator.Forget();
            mentioned.Forget();
        }

        Query Asked() => new(shared, shared.Count, [.. Since(facts, mentions)]);
    }

    /// <summary>Shares nothing with the questions so far. What comes depends on them no more.</summary>
    public void StartAnew() => (instantiator, mentioned, shared, assumptions) = (new(operation.Terms), new(), [], 0);

    void Know(int count)
    {
        if (count == assumptions) return;

        var (facts, mentions) = (instantiator.Facts.Count, mentioned.Count);
        for (; assumptions < count; assumptions++) instantiator.Add(normalizer.Clauses(operation.Assumptions[assumptions]));
        instantiator.Instantiate();
        shared.AddRange(Since(facts, mentions));
    }

    /// <summary>The facts that came after so many, and what holds of the terms mentioned after so many because of their types.</summary>
    IEnumerable<Term> Since(int facts, int mentions)
    {
        for (var i = facts; i < instantiator.Facts.Count; i++) Mention(instantiator.Facts[i]);
        return [.. instantiator.Facts.Elements.Skip(facts), .. MachineFacts.About(operation.Terms, mentioned.Elements.Skip(mentions))];
    }

    void Mention(Term term)
    {
        if (!mentioned.Add(term)) return;
        foreach (var arg in term.Args) Mention(arg);
    }
}
