using System.Reflection;

namespace Vm.Proofs;

/// <summary>A component and its specification, as the generator lowered them.</summary>
public sealed class Component
{
    Component(IReadOnlyList<Assembly> assemblies) => Assemblies = assemblies;

    /// <summary>The assemblies that the component was read from.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; }

    /// <summary>Reads a component from its specification's and its implementation's assemblies.</summary>
    public static Component Load(params Assembly[] assemblies) => new(assemblies);
}
