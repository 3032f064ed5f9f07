using Microsoft.Z3;

namespace Vm.Proofs.Layout;

/// <summary>Something that is claimed of a packed struct.</summary>
/// <param name="Layout">The struct.</param>
/// <param name="Obligation">The claim in words.</param>
/// <param name="Goal">The claim as a formula.</param>
/// <param name="Note">Why it does not hold, if that is known without a solver.</param>
sealed record LayoutClaim(PackedLayout Layout, Obligation Obligation, Func<LayoutWords, BoolExpr> Goal, string? Note);

/// <summary>A packed struct's words as variables.</summary>
/// <param name="Context">Of the solver.</param>
/// <param name="Before">The words.</param>
/// <param name="Bits">All of them as one number.</param>
sealed record LayoutWords(Context Context, AccessorCode.Words Before, BitVecExpr Bits);
