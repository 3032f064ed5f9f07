namespace Vm.Proofs;

/// <summary>Proves components, and refutes broken ones.</summary>
public static class Prover
{
    /// <summary>Proves every operation of the component that is not trusted and not a mutant.</summary>
    /// <param name="component">The component.</param>
    /// <param name="options">What to prove, and with which limits.</param>
    /// <param name="onTotal">Told the number of obligations once it is known.</param>
    /// <param name="onResult">Told each result as it comes, from one thread at a time, in no particular order.</param>
    public static ProofReport Prove(
        Component component, ProofOptions options,
        Action<int>? onTotal = null, Action<ObligationResult>? onResult = null) =>
        throw new NotImplementedException();

    /// <summary>Refutes every mutant of the component, each with a counterexample that was executed.</summary>
    public static IReadOnlyList<MutantResult> Refute(
        Component mutants, ProofOptions options, Action<MutantResult>? onResult = null) =>
        throw new NotImplementedException();
}
