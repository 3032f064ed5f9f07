using Vm.Proofs.Interpretation;

namespace Vm.Proofs.Exploration;

/// <summary>A state and arguments from which an operation may run, and what its unchanged body makes of them.</summary>
/// <param name="State">The catalogue holds, and the requires clauses.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Answers">What the world outside answers, see <see cref="OutsideWorld"/>.</param>
/// <param name="After">The state when it returned.</param>
/// <param name="Result">What it returned.</param>
sealed record Entry(ConcreteState State, IReadOnlyList<Int128> Arguments, int Answers, ConcreteState After, Int128? Result);
