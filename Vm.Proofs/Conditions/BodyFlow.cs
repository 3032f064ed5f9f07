using Vm.Generators.Ir;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>Where control goes that leaves a body or loop early.</summary>
/// <param name="Frame">Number of the call whose locals are seen.</param>
/// <param name="Returns">Collects the states at returns.</param>
/// <param name="Breaks">Collects the states at breaks of the loop around, if there is one.</param>
/// <param name="Continues">Likewise for continue.</param>
/// <param name="Depth">Number of calls around.</param>
sealed record BodyFlow(
    int Frame, List<(SymbolicState State, Term? Value, Stmt? At)> Returns,
    List<SymbolicState>? Breaks, List<SymbolicState>? Continues, int Depth);
