namespace Vm.Proofs;

/// <summary>A component cannot be read or does not fit together. The message says what is missing.</summary>
public sealed class ComponentException(string message, Exception? inner = null) : Exception(message, inner);
