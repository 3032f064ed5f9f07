namespace Vm.Proofs.Interpretation;

/// <summary>The interpreted body stopped: an assertion, a panic, a row that is not there, or too many steps.</summary>
sealed class InterpretationException(string message) : Exception(message);
