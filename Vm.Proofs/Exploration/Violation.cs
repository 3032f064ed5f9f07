namespace Vm.Proofs.Exploration;

/// <summary>What a run of a mutant was seen to break.</summary>
/// <param name="Kind">One of <see cref="ObligationKind"/>, or <see cref="Row"/>.</param>
/// <param name="Clause">The clause.</param>
sealed record Violation(string Kind, string Clause)
{
    /// <summary>A table was asked for a row that it does not have. No obligation of the proof: the table itself stops the component.</summary>
    public const string Row = "row";

    /// <summary>Whether the proof has an obligation for it.</summary>
    public bool IsOwed => Kind is not (ObligationKind.Lock or Row);

    public override string ToString() => Kind == Clause ? Kind : $"{Kind} {Clause}";
}
