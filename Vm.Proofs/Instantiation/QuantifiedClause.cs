using System.Collections.Immutable;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Instantiation;

/// <summary>A fact about all rows, without quantifiers inside. Without variables it is an ordinary fact.</summary>
/// <param name="Variables">The rows.</param>
/// <param name="Triggers">The alternatives of reads that make an instance interesting.</param>
/// <param name="Body">The fact.</param>
sealed record QuantifiedClause(ImmutableArray<Term> Variables, ImmutableArray<Trigger> Triggers, Term Body);
