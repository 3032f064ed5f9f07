namespace Vm.Proofs.Terms;

/// <summary>Walks over terms, and replaces in them.</summary>
static class TermWalk
{
    /// <summary>The term and all inside of it, each once, outermost first.</summary>
    public static IEnumerable<Term> SubTerms(Term term)
    {
        var seen = new HashSet<Term> { term };
        var waiting = new Queue<Term>([term]);
        while (waiting.TryDequeue(out var next))
        {
            yield return next;
            foreach (var arg in next.Args)
            {
                if (seen.Add(arg)) waiting.Enqueue(arg);
            }
        }
    }

    /// <summary>The term with variables replaced.</summary>
    public static Term Substitute(TermFactory terms, Term term, IReadOnlyDictionary<Term, Term> replacement)
    {
        var done = new Dictionary<Term, Term>();
        return Visit(term);

        Term Visit(Term t)
        {
            if (!t.HasVariable) return t;
            if (replacement.TryGetValue(t, out var value)) return value;
            if (!done.TryGetValue(t, out value))
            {
                value = terms.Rebuild(t, [.. t.Args.Select(Visit)]);
                done.Add(t, value);
            }

            return value;
        }
    }
}
