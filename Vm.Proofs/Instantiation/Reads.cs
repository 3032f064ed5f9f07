using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>What a set of formulas reads: at which rows each family of fields, and all else that facts hang on.</summary>
sealed class Reads
{
    static readonly OrderedSet<Term> none = new();

    readonly OrderedSet<Term> seen = new();
    readonly Dictionary<string, OrderedSet<Term>> byFamily = [];
    readonly Dictionary<HandleSort, OrderedSet<Term>> bySort = [];

    /// <summary>Every term, each once, in the order of finding.</summary>
    public IReadOnlyList<Term> Terms => seen.Elements;

    IEnumerable<OrderedSet<Term>> Sets => [seen, .. byFamily.Values, .. bySort.Values];

    /// <param name="formula">Looked at with all inside of it.</param>
    /// <param name="isGiven">
    /// It is not itself an instance. Of the rows that instances make with functions only those made from given rows are taken
    /// up: a statement that each row has some other row would name ever new ones.
    /// </param>
    public void Add(Term formula, bool isGiven)
    {
        if (!seen.Add(formula)) return;

        foreach (var arg in formula.Args) Add(arg, isGiven);
        if (formula.Op is Op.Select or Op.Store && formula.Args[1].Op != Op.Null && IsTakenUp(formula.Args[1], isGiven))
            At(byFamily, formula.Args[0].Family).Add(formula.Args[1]);
        if (formula.Sort is HandleSort sort && formula.Op is not (Op.Null or Op.Ite) && IsTakenUp(formula, isGiven)) At(bySort, sort).Add(formula);
    }

    /// <summary>The rows at which a family is read; without family, all rows that are mentioned.</summary>
    public OrderedSet<Term> Rows(string? family, Sort sort) =>
        family is not null ? byFamily.GetValueOrDefault(family, none)
        : sort is HandleSort handle ? bySort.GetValueOrDefault(handle, none)
        : none;

    /// <summary>All rows that there are were dealt with.</summary>
    public void Finish()
    {
        foreach (var set in Sets) set.Done = set.Count;
    }

    /// <summary>Remembers what was read so far.</summary>
    public void Mark()
    {
        foreach (var set in Sets) set.Mark();
    }

    /// <summary>Forgets what was read after the mark.</summary>
    public void Forget()
    {
        foreach (var set in Sets) set.Forget();
    }

    static bool IsTakenUp(Term row, bool isGiven) =>
        isGiven || row.Op != Op.Apply
        || !row.Args.SelectMany(TermWalk.SubTerms).Any(part => part.Op == Op.Apply && part.Sort.Equals(row.Sort));

    static OrderedSet<Term> At<TKey>(Dictionary<TKey, OrderedSet<Term>> map, TKey key) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var set)) map.Add(key, set = new());
        return set;
    }
}
