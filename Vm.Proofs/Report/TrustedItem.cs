namespace Vm.Proofs;

/// <summary>Something that the proofs take on trust.</summary>
/// <param name="Name">What is trusted.</param>
/// <param name="Reason">Why.</param>
public sealed record TrustedItem(string Name, string Reason)
{
    /// <summary>Where it is, if it is at one place.</summary>
    public SourcePlace Place { get; init; } = SourcePlace.None;

    /// <summary>For code: the number of statements that no proof looks into, helpers included.</summary>
    public int Statements { get; init; }

    /// <summary>The proved operations that rest on it, if it is not all of them.</summary>
    public IReadOnlyList<string> UsedBy { get; init; } = [];
}
