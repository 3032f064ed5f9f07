using Microsoft.CodeAnalysis;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Packing;

/// <summary>A struct with plain fields that is a row of a table.</summary>
/// <param name="Place">The struct.</param>
/// <param name="Fields">The fields that reports list: public, and not locks.</param>
sealed record RowModel(TypePlace Place, EquatableArray<string> Fields)
{
    public static RowModel Of(INamedTypeSymbol type) => new(
        TypePlace.Of(type),
        type.GetMembers().OfType<IFieldSymbol>()
            .Where(f => f is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } && !f.Has(VocabularyNames.LockClass))
            .Select(f => f.Name).ToEquatableArray());
}
