using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>What holds of values because of their type: the range of machine integers, and that handles are numbered.</summary>
static class MachineFacts
{
    const string IndexPrefix = "index.";
    const string HandlePrefix = "handle.";

    /// <param name="terms">Makes the facts.</param>
    /// <param name="occurring">The values.</param>
    /// <param name="greatestRow">In a finite scope, a handle's greatest number: what is not reached may compute greater ones.</param>
    public static IEnumerable<Term> About(TermFactory terms, IEnumerable<Term> occurring, Func<HandleSort, int>? greatestRow = null) =>
        occurring.SelectMany(term => About(terms, term, greatestRow)).Where(fact => !fact.IsTrue);

    static IEnumerable<Term> About(TermFactory terms, Term term, Func<HandleSort, int>? greatestRow)
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
            var isRow = greatestRow is null ? terms.True : terms.Le(term.Args[0], terms.Number(greatestRow((HandleSort)term.Sort)));
            yield return terms.Implies(isRow, terms.Eq(index, term.Args[0]));
            if (term.Sort is HandleSort { HasNull: true } sort)
                yield return terms.Eq(terms.Eq(term.Args[0], terms.Number(0)), terms.Eq(term, terms.Null(sort)));
        }
        else if (term.Name.StartsWith(IndexPrefix, StringComparison.Ordinal) && term.Args[0].Sort is HandleSort sort)
        {
            if (sort.HasNull) yield return terms.Eq(terms.Eq(term, terms.Number(0)), terms.Eq(term.Args[0], terms.Null(sort)));

            // No two rows have one number: known of a handle that is made from its number, and of the numbered rows of a finite scope.
            if (greatestRow is null && !term.Args[0].Name.StartsWith(HandlePrefix, StringComparison.Ordinal))
                yield return terms.Eq(terms.Apply(HandlePrefix + sort.Name, sort, term), term.Args[0]);
        }
    }
}
