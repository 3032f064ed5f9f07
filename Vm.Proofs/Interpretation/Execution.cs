namespace Vm.Proofs.Interpretation;

/// <summary>How a run of an operation ended.</summary>
/// <param name="Result">The operation's result; null if it has none or did not return.</param>
/// <param name="Failure">Why it stopped; null if it returned.</param>
/// <param name="Clause">The name of the violated clause, if that is why.</param>
sealed record Execution(Int128? Result, string? Failure = null, string? Clause = null);
