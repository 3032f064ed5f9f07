namespace Vm.Proofs.Counterexamples;

/// <summary>A <see cref="CounterexampleSearch"/> that is set up when first needed, if at all.</summary>
/// <param name="component">The component.</param>
/// <param name="operation">The operation.</param>
/// <param name="options">The limits, and whether counterexamples are wanted.</param>
/// <param name="brief">See <see cref="Conditions.EncoderKit.Brief"/>.</param>
sealed class LazySearch(Component component, Vm.Generators.Ir.OperationItem operation, ProofOptions options, bool brief = false) : IDisposable
{
    CounterexampleSearch? search;

    /// <summary>A counterexample or candidate, if one is wanted, can be run, and is found.</summary>
    public Counterexample? Find(Obligation obligation)
    {
        if (!options.Counterexamples || component.Assemblies.Count == 0) return null;

        search ??= new CounterexampleSearch(component, operation, options, brief);
        return search.Find(obligation);
    }

    public void Dispose() => search?.Dispose();
}
