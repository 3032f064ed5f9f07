using Microsoft.CodeAnalysis;

namespace Vm.Documentation.Tests.Sources;

/// <summary>A member or type of the code.</summary>
/// <param name="File">Its file, relative to the repository.</param>
/// <param name="Symbol">What the compiler has for it.</param>
/// <param name="Name">Its name; of an operation, that of the woven member.</param>
/// <param name="CNames">The C names that its documentation gives.</param>
/// <param name="Contract">The contract of an operation, or that a clause belongs to.</param>
/// <param name="IsInvariant">Whether it is in the catalogue.</param>
/// <param name="Guard">The guard of a field, as it is written.</param>
/// <param name="Used">What it names, wherever that stands; an operation is the same as its body.</param>
/// <param name="Texts">The string literals in it.</param>
sealed record Declaration(
    string File, ISymbol Symbol, string Name, IReadOnlySet<string> CNames, string? Contract, bool IsInvariant, string? Guard,
    IReadOnlySet<ISymbol> Used, IReadOnlySet<string> Texts)
{
    /// <summary>The type that contains it; empty for a type of a namespace.</summary>
    public string Type => Symbol.ContainingType?.Name ?? "";

    public bool IsMethod => Symbol is IMethodSymbol;

    /// <summary>Whether users of the module call it, so that it is no part of something greater.</summary>
    public bool IsEntry => IsMethod && Type == "ResidentModule" && Symbol.DeclaredAccessibility == Accessibility.Public;

    /// <summary>How a reader finds it: members of the module by their own name, others with their type.</summary>
    public string Display => Type is "" or "ResidentModule" ? Name : $"{Type}.{Name}";

    /// <summary>Whether it is the specification or the module, not what uses them.</summary>
    public bool IsOfTheModule => !File.StartsWith("Vm.Impl/Pmap/", StringComparison.Ordinal);

    /// <summary>Members of interfaces that it stands for.</summary>
    readonly IReadOnlyList<ISymbol> implemented =
        [.. Symbol is IMethodSymbol method
            ? method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers())
                .Where(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                .Select(member => member.OriginalDefinition)
            : []];

    /// <summary>Also through an interface.</summary>
    public bool Uses(Declaration other) => Used.Contains(other.Symbol) || other.implemented.Any(Used.Contains);
}
