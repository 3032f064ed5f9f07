using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>Collects what is known and what is owed while a body is walked through.</summary>
sealed class Ledger(string operation, TermFactory terms)
{
    readonly List<Term> assumptions = [];
    readonly HashSet<Term> known = [];
    readonly Dictionary<Term, List<Term>> paths = [];
    readonly List<Condition> conditions = [];

    public IReadOnlyList<Term> Assumptions => assumptions;

    public IReadOnlyList<Condition> Conditions => conditions;

    public void Assume(Term fact)
    {
        if (!fact.IsTrue && known.Add(fact)) assumptions.Add(fact);
    }

    public void Assume(SymbolicState state, Term fact)
    {
        Assume(terms.Implies(state.Path, fact));
        if (!paths.TryGetValue(fact, out var known)) paths[fact] = known = [];
        known.Add(state.Path);
    }

    /// <summary>Records the obligation.</summary>
    public void Oblige(SymbolicState state, Term goal, string kind, string clause, string sentence, SourcePlace place, SourcePlace clausePlace)
    {
        var obligation = new Obligation(operation, kind, clause, sentence, place, clausePlace);
        conditions.Add(new(obligation, assumptions.Count, IsKnown(state, goal) ? terms.True : goal, state.Path));
    }

    /// <summary>Records the obligation unless it is plain, and takes it as a fact from there on.</summary>
    public void ObligeAndAssume(
        SymbolicState state, Term goal, string kind, string clause, string sentence, SourcePlace place, SourcePlace clausePlace)
    {
        Oblige(state, goal, kind, clause, sentence, place, clausePlace);
        Assume(state, goal);
    }

    /// <summary>Whether the goal was assumed in so many words, here or where the path came by.</summary>
    public bool IsKnown(SymbolicState state, Term goal) =>
        goal.IsTrue || known.Contains(goal)
        || (paths.TryGetValue(goal, out var assumed) && assumed.Any(path => !Conjuncts(path).Except(Conjuncts(state.Path)).Any()));

    static IEnumerable<Term> Conjuncts(Term path) => path.Op == Op.And ? path.Args : [path];
}
