using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Conditions;

/// <summary>What a component's clauses say about lists and numbers of rows, for which the proof keeps ghost state.</summary>
sealed class Catalog
{
    readonly List<Cardinality> cardinalities = [];

    public Catalog(IrProgram program)
    {
        Lists = [.. program.Invariants.Select(ListDeclaration.Of).OfType<ListDeclaration>()];
        var clauses = program.Invariants
            .Concat(program.Contracts.Values.SelectMany(contract => contract.Requires.Concat(contract.Ensures)));
        foreach (var count in clauses.SelectMany(clause => Expressions.All(clause.Body)).OfType<Quantified>())
        {
            if (count.Quantifier == Quantifier.Count) Add(count);
        }
    }

    public IReadOnlyList<ListDeclaration> Lists { get; }

    public IReadOnlyList<Cardinality> Cardinalities => cardinalities;

    public ListDeclaration List(string invariant) =>
        Lists.FirstOrDefault(list => list.Name == invariant)
        ?? throw new ComponentException($"no invariant {invariant} declares a chain or queue");

    /// <summary>The tracked number that a count expression means, and the key that it asks for.</summary>
    public (Cardinality Cardinality, Expr? Key) Find(Quantified count)
    {
        var (shape, key) = Cardinality.Shape(count);
        return (cardinalities.First(c => c.HasShape(shape)), key);
    }

    void Add(Quantified count)
    {
        var (shape, _) = Cardinality.Shape(count);
        if (!cardinalities.Any(c => c.HasShape(shape))) cardinalities.Add(shape with { Number = cardinalities.Count });
    }
}
