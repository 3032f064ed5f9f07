using Microsoft.CodeAnalysis;
using Vm.Generators.Ir;

namespace Vm.Generators.Common;

/// <summary>Where generated members of a type go.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Declarations">The partial declarations from the outermost type in, for example <c>partial struct Page</c>.</param>
/// <param name="Hint">Stem of the generated file's name.</param>
sealed record TypePlace(string Namespace, EquatableArray<string> Declarations, string Hint)
{
    public static TypePlace Of(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var t = type; t is not null; t = t.ContainingType) types.Push(t);
        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        var hint = string.Join(".", types.Select(t => t.MetadataName.Replace('`', '_')));
        return new(space, types.Select(Declare).ToEquatableArray(), space.Length == 0 ? hint : $"{space}.{hint}");
    }

    static string Declare(INamedTypeSymbol type)
    {
        var keyword = (type.IsRecord, type.TypeKind) switch
        {
            (false, TypeKind.Struct) => "struct",
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        return $"partial {keyword} {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
    }
}
