using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Vm.Generators.Ir;
using Vm.Generators.Locks;
using Vm.Generators.Lowering;
using Vm.Generators.Symbols;

namespace Vm.Generators.Weaving;

/// <summary>
/// Finds the clauses of an operation that can be evaluated while other threads run. It asks nothing of bodies; so for a specification of another
/// assembly it is asked once, and not at every key.
/// </summary>
static class SteadyReader
{
    static readonly ConditionalWeakTable<MetadataReference, Specification> OfReferences = new();
    static readonly ConditionalWeakTable<Compilation, Specification> OfSources = new();

    /// <returns>The contract with its steady clauses alone; null if what the operation is about cannot be lowered.</returns>
    public static ContractItem? Read(OperationSymbol operation, Compilation compilation)
    {
        var parameters = operation.Body.Parameters.Where(TypeLowering.IsLowered)
            .Select(p => new Binder(p.Name, TypeLowering.NameOf(p.Type) ?? "")).ToEquatableArray();
        return SpecificationOf(operation, compilation).SteadyOf(new OperationItem(
            operation.Name, operation.Contract.Type.Name, null, null, parameters, TypeLowering.NameOf(operation.Body.ReturnType) ?? "", []));
    }

    static Specification SpecificationOf(OperationSymbol operation, Compilation compilation)
    {
        var assembly = operation.Contract.Type.ContainingAssembly;
        var isOne = SymbolEqualityComparer.Default.Equals(assembly, operation.Component.State.Type.ContainingAssembly);
        return isOne && compilation.GetMetadataReference(assembly) is { } reference
            ? OfReferences.GetValue(reference, r => new(LoweredComponent.ItemsOf(r, assembly)))
            : OfSources.GetValue(compilation, c => new(LoweredComponent.SpecificationOf(c, CancellationToken.None)));
    }

    sealed class Specification(IReadOnlyList<IrItem> items)
    {
        readonly LockProgram? program = LockProgram.Of(items);
        readonly ConcurrentDictionary<OperationItem, ContractItem?> known = new();

        public ContractItem? SteadyOf(OperationItem operation) => known.GetOrAdd(operation, item =>
            program is not null && program.Contracts.TryGetValue(item.Contract, out var contract) && !contract.Establishes
                ? SteadyClauses.Of(program, item, contract)
                : null);
    }
}
