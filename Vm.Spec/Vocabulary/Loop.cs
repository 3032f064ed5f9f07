using System.Diagnostics;

namespace Vm.Vocabulary;

/// <summary>Clauses of a loop, written first in its body. For the proof alone: they leave no code.</summary>
public static class Loop
{
    /// <summary>Holds whenever the loop's condition is evaluated.</summary>
    [Conditional("VM_PROOF_ONLY")]
    public static void Invariant(bool holds) { }

    /// <summary>Is not negative and falls in each round.</summary>
    [Conditional("VM_PROOF_ONLY")]
    public static void Decreases(long variant) { }
}
