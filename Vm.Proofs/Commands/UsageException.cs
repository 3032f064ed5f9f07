namespace Vm.Proofs.Commands;

/// <summary>The user asked for something that cannot be done. The message names it and the way out.</summary>
sealed class UsageException(string message) : Exception(message);
