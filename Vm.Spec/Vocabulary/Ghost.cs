using System.Diagnostics;

namespace Vm.Vocabulary;

/// <summary>
/// A set that only the proof sees, as a field of the <see cref="StateAttribute"/> class. It has no storage; changing it
/// leaves no code.
/// </summary>
/// <typeparam name="T">A handle type.</typeparam>
public readonly struct GhostSet<T> where T : struct
{
    /// <summary>Puts a row into the set.</summary>
    [Conditional("VM_PROOF_ONLY")]
    public void Add(T row) { }

    /// <summary>Takes a row out of the set.</summary>
    [Conditional("VM_PROOF_ONLY")]
    public void Remove(T row) { }

    /// <summary>Whether the row is in the set. Only in clauses that are for the proof alone.</summary>
    public bool Contains(T row) => throw new InvalidOperationException("A ghost set has no members at run time.");
}
