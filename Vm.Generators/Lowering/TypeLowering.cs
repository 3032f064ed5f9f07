using Microsoft.CodeAnalysis;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Lowering;

/// <summary>Names of types in the representation.</summary>
static class TypeLowering
{
    /// <summary>The type's name, or null if the representation has no such type.</summary>
    public static string? NameOf(ITypeSymbol? type) => type switch
    {
        null => null,
        { SpecialType: SpecialType.System_Void } => IrTypes.Unit,
        { SpecialType: SpecialType.System_Boolean } => IrTypes.Bool,
        { TypeKind: TypeKind.Enum } => type.Name,
        _ when type.IsHandle() => type.Name,
        _ when IsLock(type) => IrTypes.Lock,
        _ => IntegerOf(type),
    };

    public static bool IsLock(ITypeSymbol type) =>
        type.DefinitionName() is VocabularyNames.SimpleLock or VocabularyNames.SequenceLock;

    /// <summary>The name of an integer type or of an enum's underlying type.</summary>
    public static string? IntegerOf(ITypeSymbol? type) => (type as INamedTypeSymbol)?.EnumUnderlyingType is { } underlying
        ? IntegerOf(underlying)
        : type?.SpecialType switch
        {
            SpecialType.System_Byte => "u8",
            SpecialType.System_UInt16 => "u16",
            SpecialType.System_UInt32 => "u32",
            SpecialType.System_UInt64 => "u64",
            SpecialType.System_Int32 => IrTypes.Int32,
            SpecialType.System_Int64 => IrTypes.Int64,
            _ => null,
        };

    public static bool IsState(ITypeSymbol? type) => type is not null && type.Has(VocabularyNames.State);

    public static bool IsTable(ITypeSymbol? type) => type?.DefinitionName() == VocabularyNames.Table;

    /// <summary>
    /// Whether the representation has a parameter: not the state, of which there is one, nor a helper's table, of which the state has one for
    /// each handle, nor what is of the world outside.
    /// </summary>
    public static bool IsLowered(IParameterSymbol parameter) =>
        !IsState(parameter.Type) && !IsTableOfHelper(parameter) && !parameter.Has(VocabularyNames.Outside);

    public static bool IsTableOfHelper(IParameterSymbol parameter) =>
        IsTable(parameter.Type) && parameter.ContainingSymbol.Has(VocabularyNames.Inline);
}
