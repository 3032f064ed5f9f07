namespace Vm.Proofs;

/// <summary>The solver that is in use.</summary>
/// <param name="Name">The solver's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Path">The library that was loaded.</param>
public sealed record SolverInfo(string Name, Version Version, string Path)
{
    /// <summary>Loads the solver and asks it who it is.</summary>
    /// <exception cref="SolverNotFoundException">No usable solver is installed.</exception>
    public static SolverInfo Find() => Solving.Z3Library.Load();

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Version} ({Path})";
}
