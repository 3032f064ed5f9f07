using Microsoft.CodeAnalysis;
using Vm.Generators.Common;
using Vm.Generators.Ir;

namespace Vm.Generators.Symbols;

/// <summary>A contract class seen through its annotations.</summary>
sealed class ContractSymbol(INamedTypeSymbol type)
{
    const string AttributeSuffix = "Attribute";

    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The operation runs on a new state and makes the invariants hold.</summary>
    public bool Establishes { get; } = type.Has(VocabularyNames.Establishes);

    public IReadOnlyList<ClauseSymbol> Requires { get; } = Clauses(type, VocabularyNames.Requires);

    public IReadOnlyList<ClauseSymbol> Ensures { get; } = Clauses(type, VocabularyNames.Ensures);

    public IReadOnlyList<LockClause> Locks { get; } =
        [.. type.GetAttributes().Where(a => a.AttributeClass?.BaseType?.ToDisplayString() == VocabularyNames.LockClause).Select(ReadLock)];

    public IReadOnlyList<OwnershipClause> Ownership { get; } =
        [.. type.GetAttributes().Where(a => a.AttributeClass?.BaseType?.ToDisplayString() == VocabularyNames.OwnershipClause).Select(ReadOwnership)];

    public IReadOnlyList<string> Modifies { get; } =
        [
            .. type.Attribute(VocabularyNames.Modifies)?.ConstructorArguments
                .SelectMany(a => a.Values).Select(v => v.Value).OfType<string>() ?? [],
        ];

    static T DutyOf<T>(AttributeData attribute) where T : struct, Enum
    {
        var name = attribute.AttributeClass!.Name;
        return (T)Enum.Parse(typeof(T), name.Substring(0, name.Length - AttributeSuffix.Length));
    }

    // A parameter that is left out has its default in the attribute's arguments.
    static OwnershipClause ReadOwnership(AttributeData attribute) =>
        new(DutyOf<OwnershipDuty>(attribute), attribute.Argument<string>(0) ?? "", attribute.Named<string>("Unless") ?? "");

    static LockClause ReadLock(AttributeData attribute) =>
        new(DutyOf<LockDuty>(attribute), attribute.MemberArgument(0), attribute.Argument<string>(1) ?? "", attribute.Named<string>("When") ?? "");

    static IReadOnlyList<ClauseSymbol> Clauses(INamedTypeSymbol type, string attribute) =>
        [.. type.GetMembers().OfType<IMethodSymbol>().Select(m => ClauseSymbol.Of(m, attribute)).OfType<ClauseSymbol>()];
}
