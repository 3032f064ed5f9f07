namespace Vm.Documentation.Tests.Sources;

/// <summary>A documented or undocumented member or type of the code.</summary>
/// <param name="File">Its file, relative to the repository.</param>
/// <param name="Type">The type that contains it; empty for a type.</param>
/// <param name="Name">Its name; of an operation, that of the woven member.</param>
/// <param name="IsMethod">Whether it is called.</param>
/// <param name="IsEnumValue">Whether it is named behind its type.</param>
/// <param name="CNames">The C names that its documentation gives.</param>
/// <param name="Contract">The contract of an operation.</param>
/// <param name="Guard">The guard of a field, as it is written.</param>
/// <param name="Called">Simple names that it calls.</param>
/// <param name="Mentioned">Simple names that it mentions without calling, and those of members of a type behind its name.</param>
sealed record Declaration(
    string File, string Type, string Name, bool IsMethod, bool IsEnumValue, IReadOnlySet<string> CNames, string? Contract, string? Guard,
    IReadOnlySet<string> Called, IReadOnlySet<string> Mentioned)
{
    /// <summary>How a reader finds it: members of the module by their own name, others with their type.</summary>
    public string Display => Type is "" or "ResidentModule" ? Name : $"{Type}.{Name}";

    public bool Uses(Declaration other) => (other.IsMethod ? Called : Mentioned).Contains(other.IsEnumValue ? $"{other.Type}.{other.Name}" : other.Name);
}
