using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>
/// Turns quantified facts into instances, by syntax: a fact about all rows is stated for the rows at which the formulas read
/// the fields that the fact's triggers name. The solver sees no quantifier, so its answer is final.
/// </summary>
sealed class Instantiator(TermFactory terms)
{
    const int MostInstances = 30_000;

    readonly Reads reads = new();
    readonly OrderedSet<QuantifiedClause> quantified = new();
    readonly OrderedSet<Term> facts = new();

    /// <summary>The formulas without quantifiers: those given and the instances so far.</summary>
    public OrderedSet<Term> Facts => facts;

    /// <summary>Whether the limit on instances was reached.</summary>
    public bool IsFull => facts.Count >= MostInstances;

    /// <summary>Takes formulas up.</summary>
    public void Add(IEnumerable<QuantifiedClause> clauses)
    {
        foreach (var clause in clauses)
        {
            if (clause.Variables.IsEmpty)
            {
                AddFact(clause.Body);
                reads.Add(clause.Body, isGiven: true);
            }
            else
            {
                quantified.Add(clause);
            }
        }
    }

    /// <summary>States each quantified fact for the rows that the given formulas read.</summary>
    public void Instantiate()
    {
        StateAll(severalNew: true);
        quantified.Done = quantified.Count;
        reads.Finish();
    }

    /// <summary>
    /// States each quantified fact for the rows that the instances read, too: at first, because there may be many, where one of the fact's rows is
    /// new, and when called again, for all.
    /// </summary>
    /// <returns>Whether there was anything new to say.</returns>
    public bool Widen(bool severalNew)
    {
        var before = facts.Count;
        for (var i = 0; i < before; i++) reads.Add(facts[i], isGiven: false);
        StateAll(severalNew);
        return facts.Count > before;
    }

    /// <summary>Remembers what is known.</summary>
    public void Mark()
    {
        reads.Mark();
        quantified.Mark();
        facts.Mark();
    }

    /// <summary>Forgets what became known after the mark.</summary>
    public void Forget()
    {
        reads.Forget();
        quantified.Forget();
        facts.Forget();
    }

    void StateAll(bool severalNew)
    {
        for (var i = 0; i < quantified.Count && !IsFull; i++)
        {
            foreach (var trigger in quantified[i].Triggers) State(quantified[i], trigger, isNew: i >= quantified.Done, severalNew);
        }
    }

    /// <summary>For a clause that is new, all choices of rows; for another, those with a new row. Each is made at the first row in it that is new.</summary>
    void State(QuantifiedClause clause, Trigger trigger, bool isNew, bool severalNew)
    {
        var rows = clause.Variables.Select((v, i) => reads.Rows(trigger.Families[i], v.Sort)).ToArray();
        if (isNew)
        {
            State(clause, rows, [.. rows.Select(all => 0..all.Count)]);
            return;
        }

        for (var first = 0; first < rows.Length; first++)
        {
            State(clause, rows, [.. rows.Select((all, i) =>
                i == first ? all.Done..all.Count
                : i < first || !severalNew ? 0..all.Done
                : 0..all.Count)]);
        }
    }

    void State(QuantifiedClause clause, OrderedSet<Term>[] rows, Range[] ranges)
    {
        if (ranges.Any(range => range.Start.Value >= range.End.Value)) return;

        var picked = ranges.Select(range => range.Start.Value).ToArray();
        do
        {
            AddFact(clause.At(terms, new RowTuple([.. picked.Select((pick, i) => rows[i][pick])])));
        }
        while (Next(picked, ranges) && !IsFull);
    }

    static bool Next(int[] picked, Range[] ranges)
    {
        for (var i = 0; i < picked.Length; i++)
        {
            if (++picked[i] < ranges[i].End.Value) return true;
            picked[i] = ranges[i].Start.Value;
        }

        return false;
    }

    void AddFact(Term fact)
    {
        if (!fact.IsTrue) facts.Add(fact);
    }
}
