using Vm.Proofs.Tests.Interpretation;
using Vm.Vocabulary;

namespace Vm.Proofs.Tests.Layout;

/// <summary>The packed structs of the component: a page, the paging entries, the addresses.</summary>
static class PackedLayouts
{
    public static IReadOnlyList<Type> All { get; } =
        [.. ResidentComponent.Component.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsDefined(typeof(PackedAttribute), inherit: false))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];
}
