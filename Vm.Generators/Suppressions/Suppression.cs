using Microsoft.CodeAnalysis;

namespace Vm.Generators.Suppressions;

/// <summary>A place in the sources that lets a rule pass.</summary>
/// <param name="Means">What does it, as it is written: <c>#pragma warning disable</c> or an attribute.</param>
/// <param name="Rule">A number of a diagnostic, or what else is not judged.</param>
/// <param name="Reason">Why that is right; empty if nobody says.</param>
/// <param name="WayOut">Where a reason would stand.</param>
/// <param name="IsListed">The representation of an operation has it.</param>
sealed record Suppression(string Means, string Rule, string Reason, string WayOut, Location Place, bool IsListed = false);
