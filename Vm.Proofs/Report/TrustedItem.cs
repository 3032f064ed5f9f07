namespace Vm.Proofs;

/// <summary>Something that the proofs take on trust.</summary>
/// <param name="Name">What is trusted.</param>
/// <param name="Reason">Why.</param>
public sealed record TrustedItem(string Name, string Reason);
