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
        foreach (var invariant in program.Invariants) AddAll(invariant, program.PlaceOf(invariant.Name));
        foreach (var contract in program.Contracts.Values)
        {
            foreach (var clause in contract.Requires.Concat(contract.Ensures)) AddAll(clause, program.PlaceOf(clause, contract));
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

    void AddAll(Clause clause, SourcePlace place)
    {
        foreach (var count in Expressions.All(clause.Body).OfType<Quantified>().Where(q => q.Quantifier == Quantifier.Count))
        {
            var (shape, _) = Cardinality.Shape(count);
            if (shape.Outsiders.FirstOrDefault() is { } name)
            {
                throw new ComponentException(
                    $"{place}: error: clause {clause.Name} counts by '{name}' in a form that is not understood; let '{name}' occur once, "
                    + $"as a conjunct 'e == {name}' with a value e of its type, which for the number of a row is its handle: 'new T(number) == {name}'");
            }

            Add(shape);
        }
    }

    void Add(Cardinality shape)
    {
        if (!cardinalities.Any(c => c.HasShape(shape))) cardinalities.Add(shape with { Number = cardinalities.Count });
    }
}
