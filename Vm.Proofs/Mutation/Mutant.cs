using Vm.Generators.Ir;

namespace Vm.Proofs.Mutation;

/// <summary>A body with one statement deleted or altered.</summary>
/// <param name="Name">Body, statement and change, for example <c>Remove: page.Tabled = false => nothing</c>.</param>
/// <param name="Place">Where the statement is.</param>
/// <param name="Body">The operation or helper, changed.</param>
/// <param name="Claim">The unchanged body with the assertion, at the place of the change, that the change makes no difference; null if no assertion says so.</param>
sealed record Mutant(string Name, SourcePlace Place, CodeItem Body, MutantClaim? Claim);

/// <param name="Body">The operation or helper.</param>
/// <param name="Condition">The asserted condition.</param>
sealed record MutantClaim(CodeItem Body, Expr Condition);
