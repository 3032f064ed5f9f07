using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>What a set of formulas reads: at which rows each family of fields, and all else that facts hang on.</summary>
sealed class Reads
{
    readonly HashSet<Term> seen = [];
    readonly Dictionary<string, List<Term>> byFamily = [];
    readonly Dictionary<HandleSort, List<Term>> bySort = [];
    readonly HashSet<(string, Term)> known = [];

    /// <summary>Every term, each once, in the order of finding.</summary>
    public List<Term> Terms { get; } = [];

    /// <param name="formula">Looked at with all inside of it.</param>
    /// <param name="isGiven">
    /// It is not itself an instance. Of the rows that instances make with functions only those made from given rows are taken
    /// up: a statement that each row has some other row would name ever new ones.
    /// </param>
    public void Add(Term formula, bool isGiven)
    {
        if (!seen.Add(formula)) return;

        foreach (var arg in formula.Args) Add(arg, isGiven);
        Terms.Add(formula);
        if (formula.Op is Op.Select or Op.Store && IsTakenUp(formula.Args[1], isGiven)) AddRead(formula.Args[0].Family, formula.Args[1]);
        if (formula.Sort is HandleSort sort && formula.Op is not (Op.Null or Op.Ite) && IsTakenUp(formula, isGiven)) At(bySort, sort).Add(formula);
    }

    /// <summary>The rows at which a family is read; without family, all rows that are mentioned.</summary>
    public IReadOnlyList<Term> Rows(string? family, Sort sort) =>
        family is not null ? byFamily.GetValueOrDefault(family, [])
        : sort is HandleSort handle ? bySort.GetValueOrDefault(handle, [])
        : [];

    static bool IsTakenUp(Term row, bool isGiven) =>
        isGiven || row.Op != Op.Apply
        || !row.Args.SelectMany(TermWalk.SubTerms).Any(part => part.Op == Op.Apply && part.Sort.Equals(row.Sort));

    void AddRead(string family, Term row)
    {
        if (row.Op != Op.Null && known.Add((family, row))) At(byFamily, family).Add(row);
    }

    static List<Term> At<TKey>(Dictionary<TKey, List<Term>> map, TKey key) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map.Add(key, list = []);
        return list;
    }
}
