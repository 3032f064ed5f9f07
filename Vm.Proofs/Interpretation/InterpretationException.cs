namespace Vm.Proofs.Interpretation;

/// <summary>The interpreted body stopped: an assertion, a panic, a row that is not there, or too many steps.</summary>
/// <param name="message">Why.</param>
/// <param name="clause">The clause that was violated, if that is why.</param>
sealed class InterpretationException(string message, string? clause = null) : Exception(message)
{
    public string? Clause => clause;
}
