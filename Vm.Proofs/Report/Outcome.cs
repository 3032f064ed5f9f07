namespace Vm.Proofs;

/// <summary>How the attempt to prove an obligation ended.</summary>
public enum Outcome
{
    /// <summary>The solver showed that the obligation holds.</summary>
    Proved,

    /// <summary>A counterexample was executed and seen to break the clause.</summary>
    Refuted,

    /// <summary>Neither proved nor refuted; a candidate may be attached.</summary>
    Unknown,

    /// <summary>The time or resource limit was reached.</summary>
    OutOfResource,

    /// <summary>The tool or the solver failed.</summary>
    Error,
}
