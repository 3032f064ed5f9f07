using Microsoft.CodeAnalysis;
using Vm.Generators.Common;

namespace Vm.Generators.Symbols;

/// <summary>The class that operations stand in.</summary>
/// <param name="StateField">The field through which operations reach the state.</param>
/// <param name="Mode">The type parameter that says how much is checked; null if there is none.</param>
sealed record ComponentSymbol(INamedTypeSymbol Type, IFieldSymbol StateField, StateSymbol State, string? Mode)
{
    /// <summary>The component, or null if the class has no field of a state type.</summary>
    public static ComponentSymbol? Of(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            var field = t.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(f => !f.IsStatic && !f.IsImplicitlyDeclared && f.Type.Has(VocabularyNames.State));
            if (field is not null) return new(type, field, new((INamedTypeSymbol)field.Type), ModeOf(type));
        }

        return null;
    }

    static string? ModeOf(INamedTypeSymbol type) =>
        type.TypeParameters.FirstOrDefault(p => p.ConstraintTypes.Any(c => c.ToDisplayString() == VocabularyNames.CheckMode))?.Name;
}
