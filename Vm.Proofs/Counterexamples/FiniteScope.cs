using Vm.Proofs.Interpretation;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Counterexamples;

/// <summary>A small number of rows, over which quantifiers are written out.</summary>
/// <param name="program">The component.</param>
/// <param name="empty">A state of that size.</param>
/// <param name="terms">Makes the rows' terms.</param>
sealed class FiniteScope(IrProgram program, ConcreteState empty, TermFactory terms)
{
    readonly Dictionary<Term, Term> expanded = [];

    /// <summary>By handle, the number of rows, null not counted.</summary>
    public IReadOnlyDictionary<string, int> Sizes { get; } =
        program.State.Tables.ToDictionary(table => table.Handle, table => empty.RowCounts[table.Name]);

    /// <summary>The elements of a sort: rows, and null where there is one.</summary>
    public IEnumerable<Term> Elements(HandleSort sort) =>
        Enumerable.Range(0, Sizes[sort.Name] + (sort.HasNull ? 1 : 0)).Select(row => RowTerms.Make(terms, sort, row));

    /// <summary>The number of the last row.</summary>
    public int GreatestRow(HandleSort sort) => Sizes[sort.Name] - (sort.HasNull ? 0 : 1);

    /// <summary>The formula with every quantifier written out over all elements.</summary>
    public Term Expand(Term t)
    {
        if (!t.HasQuantifier) return t;
        if (expanded.TryGetValue(t, out var known)) return known;

        var result = t.Op == Op.ForAll
            ? terms.And(Instances(t).Select(Expand))
            : terms.Rebuild(t, [.. t.Args.Select(Expand)]);
        expanded.Add(t, result);
        return result;
    }

    IEnumerable<Term> Instances(Term quantified)
    {
        IEnumerable<Dictionary<Term, Term>> choices = [[]];
        foreach (var variable in quantified.Binding!.Variables)
        {
            choices = choices.SelectMany(choice => Elements((HandleSort)variable.Sort)
                .Select(element => new Dictionary<Term, Term>(choice) { [variable] = element }));
        }

        return choices.Select(choice => TermWalk.Substitute(terms, quantified.Args[0], choice));
    }
}
