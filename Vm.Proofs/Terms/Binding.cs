using System.Collections.Immutable;

namespace Vm.Proofs.Terms;

/// <summary>Bound variables, and the alternatives of field reads that make an instance interesting.</summary>
sealed record Binding(ImmutableArray<Term> Variables, ImmutableArray<Trigger> Triggers)
{
    public bool Equals(Binding? other) =>
        other is not null && Variables.SequenceEqual(other.Variables) && Triggers.SequenceEqual(other.Triggers);

    public override int GetHashCode() => Variables.Aggregate(Triggers.Length, HashCode.Combine);
}

/// <summary>Field families, one for each bound variable in order; null matches whatever handle occurs.</summary>
sealed record Trigger(ImmutableArray<string?> Families)
{
    public bool Equals(Trigger? other) => other is not null && Families.SequenceEqual(other.Families);

    public override int GetHashCode() => Families.Aggregate(0, HashCode.Combine);
}
