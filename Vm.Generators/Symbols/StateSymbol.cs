using Microsoft.CodeAnalysis;
using Vm.Generators.Common;

namespace Vm.Generators.Symbols;

/// <summary>A table of the state.</summary>
sealed record TableSymbol(string Name, INamedTypeSymbol Handle, INamedTypeSymbol Row);

/// <summary>
/// The class that holds a component's state, seen through its annotations. Lives within one step of a pipeline; models
/// take names from it.
/// </summary>
sealed class StateSymbol(INamedTypeSymbol type)
{
    public INamedTypeSymbol Type { get; } = type;

    public IReadOnlyList<TableSymbol> Tables { get; } =
        [
            .. type.GetMembers()
                .Where(m => !m.IsStatic && m.CanBeReferencedByName)
                .Select(m => (m.Name, Type: (m as IFieldSymbol)?.Type ?? (m as IPropertySymbol)?.Type))
                .Where(t => t.Type?.DefinitionName() == VocabularyNames.Table)
                .Select(t => (t.Name, Arguments: ((INamedTypeSymbol)t.Type!).TypeArguments))
                .Where(t => t.Arguments.All(a => a is INamedTypeSymbol))
                .Select(t => new TableSymbol(t.Name, (INamedTypeSymbol)t.Arguments[0], (INamedTypeSymbol)t.Arguments[1])),
        ];

    /// <summary>The table whose rows a handle type names.</summary>
    public TableSymbol? TableOf(ITypeSymbol handle) =>
        Tables.FirstOrDefault(t => SymbolEqualityComparer.Default.Equals(t.Handle, handle));

    /// <summary>The state's own lock of a class.</summary>
    public string? LockOf(string lockClass) => LockOf(Type, lockClass);

    /// <summary>The field of a type that is its lock of a class.</summary>
    public static string? LockOf(INamedTypeSymbol owner, string lockClass) =>
        Locks(owner).FirstOrDefault(l => l.LockClass == lockClass).Field;

    /// <summary>The fields of a type that are locks, their classes, and the enumeration that these are members of.</summary>
    public static IEnumerable<(string Field, string LockClass, ITypeSymbol? Order)> Locks(INamedTypeSymbol owner) =>
        Fields(owner)
            .Select(f => (f.Name, Class: f.Attribute(VocabularyNames.LockClass)))
            .Where(f => f.Class is not null)
            .Select(f => (f.Name, f.Class!.MemberArgument(0), f.Class!.ConstructorArguments.FirstOrDefault().Type));

    /// <summary>The clauses that hold between operations, by name. They stand in the state's assembly.</summary>
    public IEnumerable<ClauseSymbol> Invariants =>
        Type.ContainingAssembly.AllTypes()
            .SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())
            .Where(m => m.Has(VocabularyNames.Invariant) && m.Parameters.Length > 0
                && SymbolEqualityComparer.Default.Equals(m.Parameters[0].Type, Type))
            .Select(m => ClauseSymbol.Of(m, VocabularyNames.Invariant)!)
            .OrderBy(c => c.Method.Name, StringComparer.Ordinal);

    static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic);
}
