using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>What holds of values because of their type: the range of machine integers, and that handles are numbered.</summary>
static class MachineFacts
{
    const string IndexPrefix = "index.";
    const string HandlePrefix = "handle.";

    public static IEnumerable<Term> About(TermFactory terms, IEnumerable<Term> occurring) =>
        occurring.SelectMany(term => About(terms, term)).Where(fact => !fact.IsTrue);

    static IEnumerable<Term> About(TermFactory terms, Term term)
    {
        if (term.Op is Op.Const or Op.Select or Op.Apply && term.Sort is IntSort { Least: { } least, Greatest: { } greatest })
        {
            yield return terms.Le(terms.Number(least), term);
            yield return terms.Le(term, terms.Number(greatest));
        }

        if (term.Op != Op.Apply) yield break;

        if (term.Name.StartsWith(HandlePrefix, StringComparison.Ordinal))
        {
            var name = term.Name[HandlePrefix.Length..];
            var index = terms.Apply(IndexPrefix + name, Sort.Machine(32, false), term);
            yield return terms.Eq(index, term.Args[0]);
            if (term.Sort is HandleSort { HasNull: true } sort)
                yield return terms.Eq(terms.Eq(term.Args[0], terms.Number(0)), terms.Eq(term, terms.Null(sort)));
        }
        else if (term.Name.StartsWith(IndexPrefix, StringComparison.Ordinal) && term.Args[0].Sort is HandleSort { HasNull: true } sort)
        {
            yield return terms.Eq(terms.Eq(term, terms.Number(0)), terms.Eq(term.Args[0], terms.Null(sort)));
        }
    }
}
