using Microsoft.CodeAnalysis;
using Vm.Generators.Common;

namespace Vm.Generators.Symbols;

/// <summary>A hand-written body, its component and its contract.</summary>
sealed record OperationSymbol(IMethodSymbol Body, ComponentSymbol Component, ContractSymbol Contract)
{
    /// <summary>What the name of a hand-written body ends in.</summary>
    public const string BodySuffix = "Body";

    /// <summary>The operation's name.</summary>
    public string Name => NameOf(Body);

    /// <summary>The operation of a method with the operation attribute, or null if something that it needs is missing.</summary>
    public static OperationSymbol? Of(IMethodSymbol method)
    {
        var contract = method.Attribute(VocabularyNames.Operation)?.Argument<INamedTypeSymbol>(0);
        return contract is not null && IsBody(method) && !IsOverloaded(method) && ComponentSymbol.Of(method.ContainingType) is { Mode: not null } component
            ? new(method, component, new(contract))
            : null;
    }

    public static bool IsBody(IMethodSymbol method) =>
        method.Name.Length > BodySuffix.Length && method.Name.EndsWith(BodySuffix, StringComparison.Ordinal);

    public static bool IsOverloaded(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name).Length > 1;

    public static string NameOf(IMethodSymbol body) => body.Name.Substring(0, body.Name.Length - BodySuffix.Length);

    /// <summary>The operation's parameter that a clause's parameter is bound to, by name and type.</summary>
    public IParameterSymbol? Binding(IParameterSymbol clauseParameter) =>
        Body.Parameters.FirstOrDefault(p =>
            p.Name == clauseParameter.Name && SymbolEqualityComparer.Default.Equals(p.Type, clauseParameter.Type));
}
