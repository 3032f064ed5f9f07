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

    public IReadOnlyList<string> Modifies { get; } =
        [
            .. type.Attribute(VocabularyNames.Modifies)?.ConstructorArguments
                .SelectMany(a => a.Values).Select(v => v.Value).OfType<string>() ?? [],
        ];

    static LockClause ReadLock(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        var duty = (LockDuty)Enum.Parse(typeof(LockDuty), name.Substring(0, name.Length - AttributeSuffix.Length));
        return new(duty, attribute.MemberArgument(0), attribute.Argument<string>(1) ?? "", attribute.Named<string>("When") ?? "");
    }

    static IReadOnlyList<ClauseSymbol> Clauses(INamedTypeSymbol type, string attribute) =>
        [.. type.GetMembers().OfType<IMethodSymbol>().Select(m => ClauseSymbol.Of(m, attribute)).OfType<ClauseSymbol>()];
}
