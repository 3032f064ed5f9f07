namespace Vm.Proofs.Counterexamples;

/// <summary>A <see cref="CounterexampleSearch"/> that is set up when first needed, if at all.</summary>
sealed class LazySearch(Component component, Vm.Generators.Ir.OperationItem operation, ProofOptions options) : IDisposable
{
    CounterexampleSearch? search;

    /// <summary>A counterexample or candidate, if one is wanted, can be run, and is found.</summary>
    public Counterexample? Find(Obligation obligation)
    {
        if (!options.Counterexamples || component.Assemblies.Count == 0) return null;

        search ??= new CounterexampleSearch(component, operation, options);
        return search.Find(obligation);
    }

    public void Dispose() => search?.Dispose();
}
