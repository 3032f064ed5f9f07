namespace Vm.Proofs;

/// <summary>Where an obligation's outcome comes from.</summary>
public enum Evidence
{
    /// <summary>The solver was asked in this run.</summary>
    Solver,

    /// <summary>The goal is one of the known facts, in so many words: there was nothing to ask.</summary>
    Plain,

    /// <summary>The same question was answered "proved" in an earlier run.</summary>
    Cache,
}
