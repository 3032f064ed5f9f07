namespace Vm.Proofs;

/// <summary>What became of an operation that is broken on purpose.</summary>
/// <param name="Operation">The broken operation.</param>
/// <param name="Defect">What is wrong with it, in words.</param>
/// <param name="Place">Where its body is.</param>
/// <param name="Refuted">Whether a counterexample was executed.</param>
/// <param name="Refutation">The obligation that broke, with the counterexample.</param>
public sealed record MutantResult(
    string Operation, string Defect, SourcePlace Place, bool Refuted, ObligationResult? Refutation);
