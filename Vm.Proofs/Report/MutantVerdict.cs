namespace Vm.Proofs;

/// <summary>What became of a mutant.</summary>
public enum MutantOutcome
{
    /// <summary>A run of it was seen to break a clause, and the proof refuses it.</summary>
    Refuted,

    /// <summary>It is proved to do the same as the original.</summary>
    Equal,

    /// <summary>A reviewer let it pass, with a reason.</summary>
    Listed,

    /// <summary>Nothing noticed it.</summary>
    Survived,
}

/// <summary>A mutant, and what became of it.</summary>
/// <param name="Name">Body, statement and change.</param>
/// <param name="Place">Where the statement is.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">What the run broke and what the proof refuses, or the reason.</param>
public sealed record MutantVerdict(string Name, SourcePlace Place, MutantOutcome Outcome, string Note);
