using Vm.Proofs.Interpretation;

namespace Vm.Proofs.LifeCycles;

/// <summary>A state that a run led to.</summary>
/// <param name="State">Its values.</param>
/// <param name="Stages">The stages that its rows are in, as text.</param>
/// <param name="IsByNewEdge">In the run a row took an edge that had not been seen.</param>
sealed record Arrival(ConcreteState State, string Stages, bool IsByNewEdge);
