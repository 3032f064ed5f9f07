using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>
/// Turns quantified facts into instances, by syntax: a fact about all rows is stated for the rows at which the formulas read
/// the fields that the fact's triggers name. The solver sees no quantifier, so its answer is final.
/// </summary>
sealed class Instantiator
{
    const int MostInstances = 30_000;

    readonly TermFactory terms;
    readonly Reads reads = new();
    readonly List<QuantifiedClause> quantified = [];
    readonly HashSet<(int Clause, RowTuple Rows)> done = [];
    readonly HashSet<Term> facts = [];
    readonly List<Term> ordered = [];

    /// <param name="terms">The factory of the formulas.</param>
    /// <param name="clauses">The formulas.</param>
    public Instantiator(TermFactory terms, IEnumerable<QuantifiedClause> clauses)
    {
        this.terms = terms;
        foreach (var clause in clauses)
        {
            if (clause.Variables.IsEmpty) AddFact(clause.Body);
            else quantified.Add(clause);
        }

        foreach (var fact in ordered) reads.Add(fact, isGiven: true);
    }

    /// <summary>The formulas without quantifiers: those given and the instances so far.</summary>
    public IReadOnlyList<Term> Facts => ordered;

    /// <summary>All terms in the facts.</summary>
    public IReadOnlyList<Term> Terms => reads.Terms;

    /// <summary>Whether the limit on instances was reached.</summary>
    public bool IsFull => ordered.Count >= MostInstances;

    /// <summary>States each quantified fact for the rows that are read so far.</summary>
    /// <returns>Whether there was anything new to say.</returns>
    public bool Round()
    {
        var before = ordered.Count;
        for (var i = 0; i < quantified.Count && !IsFull; i++)
        {
            foreach (var trigger in quantified[i].Triggers) Instantiate(i, trigger);
        }

        for (var i = before; i < ordered.Count; i++) reads.Add(ordered[i], isGiven: false);
        return ordered.Count > before;
    }

    void Instantiate(int index, Trigger trigger)
    {
        var clause = quantified[index];
        var choices = clause.Variables.Select((v, i) => reads.Rows(trigger.Families[i], v.Sort)).ToArray();
        if (choices.Any(rows => rows.Count == 0)) return;

        var picked = new int[choices.Length];
        do
        {
            var rows = new RowTuple([.. picked.Select((pick, i) => choices[i][pick])]);
            if (done.Add((index, rows))) AddFact(clause.At(terms, rows));
        }
        while (Next(picked, choices) && !IsFull);
    }

    static bool Next(int[] picked, IReadOnlyList<Term>[] choices)
    {
        for (var i = 0; i < picked.Length; i++)
        {
            if (++picked[i] < choices[i].Count) return true;
            picked[i] = 0;
        }

        return false;
    }

    void AddFact(Term fact)
    {
        if (!fact.IsTrue && facts.Add(fact)) ordered.Add(fact);
    }
}
