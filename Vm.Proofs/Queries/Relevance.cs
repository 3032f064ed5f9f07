using Vm.Proofs.Terms;

namespace Vm.Proofs.Queries;

/// <summary>
/// Picks the facts that a goal probably hangs on. A fact is about the rarest of the constants in it, more than about those that stand
/// in many facts. Whatever is about a constant of the goal is picked, and then what is about the constants of the picked. This follows
/// the axiom selection of Hoder and Voronkov ("Sine Qua Non for Large Theory Reasoning").
/// </summary>
sealed class Relevance
{
    /// <summary>A constant is among the rarest if it stands in at most so many times as many facts as the rarest of all.</summary>
    const double Tolerance = 1.2;

    readonly Dictionary<Term, Term[]> constants = [];

    /// <summary>The facts that are picked, in their order.</summary>
    /// <param name="facts">All facts.</param>
    /// <param name="goals">Those to start from.</param>
    public IReadOnlyList<Term> Pick(IReadOnlyList<Term> facts, IEnumerable<Term> goals)
    {
        var about = FactsByConstant(facts);
        var picked = goals.ToHashSet();
        var waiting = new Queue<Term>(picked);
        while (waiting.TryDequeue(out var fact))
        {
            foreach (var constant in ConstantsOf(fact))
            {
                if (!about.Remove(constant, out var more)) continue;

                foreach (var other in more)
                {
                    if (picked.Add(other)) waiting.Enqueue(other);
                }
            }
        }

        return [.. facts.Where(picked.Contains)];
    }

    Dictionary<Term, List<Term>> FactsByConstant(IReadOnlyList<Term> facts)
    {
        var frequency = new Dictionary<Term, int>();
        foreach (var constant in facts.SelectMany(ConstantsOf)) frequency[constant] = frequency.GetValueOrDefault(constant) + 1;

        var about = new Dictionary<Term, List<Term>>();
        foreach (var fact in facts)
        {
            var least = ConstantsOf(fact).Select(constant => frequency[constant]).DefaultIfEmpty().Min();
            foreach (var constant in ConstantsOf(fact).Where(constant => frequency[constant] <= Tolerance * least))
            {
                if (!about.TryGetValue(constant, out var list)) about.Add(constant, list = []);
                list.Add(fact);
            }
        }

        return about;
    }

    Term[] ConstantsOf(Term term)
    {
        if (!constants.TryGetValue(term, out var found))
        {
            found = term.Op == Op.Const ? [term]
                : term.Args.Length == 1 ? ConstantsOf(term.Args[0])
                : [.. term.Args.SelectMany(ConstantsOf).Distinct()];
            constants.Add(term, found);
        }

        return found;
    }
}
