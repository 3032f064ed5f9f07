using Microsoft.CodeAnalysis;

namespace Vm.Generators.Common;

/// <summary>Questions about symbols that every part asks.</summary>
static class SymbolExtensions
{
    /// <summary>The type's name with namespace and type parameters, for example <c>Vm.Vocabulary.Table&lt;THandle, TRow&gt;</c>.</summary>
    public static string DefinitionName(this ITypeSymbol type) => type.OriginalDefinition.ToDisplayString();

    /// <summary>The type as generated code writes it.</summary>
    public static string Qualified(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>All types of an assembly, with the nested ones.</summary>
    public static IEnumerable<INamedTypeSymbol> AllTypes(this IAssemblySymbol assembly) => TypesIn(assembly.GlobalNamespace);

    static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol owner)
    {
        foreach (var member in owner.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type) yield return type;
            foreach (var inner in TypesIn(member)) yield return inner;
        }
    }

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == metadataName);

    public static bool Has(this ISymbol symbol, string metadataName) => symbol.Attribute(metadataName) is not null;

    /// <summary>Whether the type names a row of a table.</summary>
    public static bool IsHandle(this ITypeSymbol type) =>
        type.TypeKind == TypeKind.Struct && type.AllInterfaces.Any(i => i.DefinitionName() == VocabularyNames.HandleInterface);

    public static bool IsRow(this ITypeSymbol type) => type.Has(VocabularyNames.Packed) || type.Has(VocabularyNames.Row);

    /// <summary>The value of a constructor's argument.</summary>
    public static T Argument<T>(this AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index].Value is T value ? value : default!;

    /// <summary>The value of a named argument, or the type's default.</summary>
    public static T Named<T>(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value is T value ? value : default!;

    /// <summary>The name of the enum member that a constructor's argument is.</summary>
    public static string MemberArgument(this AttributeData attribute, int index)
    {
        if (attribute.ConstructorArguments.Length <= index) return "";
        var argument = attribute.ConstructorArguments[index];
        return argument.Type?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, argument.Value))?.Name ?? "";
    }

    /// <summary>The names of the enum members that the constructor's arguments are.</summary>
    public static IEnumerable<string> MemberArguments(this AttributeData attribute) =>
        Enumerable.Range(0, attribute.ConstructorArguments.Length).Select(attribute.MemberArgument).Where(name => name.Length > 0);
}
