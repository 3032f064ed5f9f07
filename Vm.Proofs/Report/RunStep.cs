namespace Vm.Proofs;

/// <summary>A statement that a run performed on its way to a broken clause.</summary>
/// <param name="Place">Where the statement is.</param>
/// <param name="Operation">The operation whose body it belongs to, or whose body called the method that it belongs to.</param>
/// <param name="Depth">How many operations were waiting for that one to return.</param>
/// <param name="Changes">What it changed, each as <c>Pages[7].Tabled: 0 -> 1</c>.</param>
public sealed record RunStep(SourcePlace Place, string Operation, int Depth, IReadOnlyList<string> Changes);
