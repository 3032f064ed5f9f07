namespace Vm.Proofs;

/// <summary>No usable solver library is installed. The message says how to get one.</summary>
public sealed class SolverNotFoundException(string message) : Exception(message);
