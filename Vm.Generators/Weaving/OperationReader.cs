using Microsoft.CodeAnalysis;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Snapshots;
using Vm.Generators.Symbols;

namespace Vm.Generators.Weaving;

/// <summary>Reads the models of an operation and of its component from the body's symbol. Contracts may be metadata.</summary>
static class OperationReader
{
    /// <returns>Null if the operation is malformed; the analyzer says why.</returns>
    public static WovenOperation? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        if (OperationSymbol.Of((IMethodSymbol)context.TargetSymbol) is not { } operation) return null;

        cancellation.ThrowIfCancellationRequested();
        var component = operation.Component;
        var invariants = component.State.Invariants.Select(i => ReadInvariant(i, component.State)).OfType<InvariantModel>().ToEquatableArray();
        var place = TypePlace.Of(component.Type);
        return new(
            ReadOperation(operation, place, invariants, context),
            new ComponentModel(place, component.StateField.Name, component.State.Type.Qualified(), ReadLockFields(component.State), invariants));
    }

    static OperationModel ReadOperation(
        OperationSymbol operation, TypePlace place, EquatableArray<InvariantModel> invariants, GeneratorAttributeSyntaxContext context)
    {
        var (component, contract, body) = (operation.Component, operation.Contract, operation.Body);
        var compilation = context.SemanticModel.Compilation;
        var steady = SteadyReader.Read(operation, compilation);
        var ensures = contract.Ensures
            .Select(c => (Clause: c, Uses: EntryUses.Of(c, compilation)))
            .Select(c => ReadCheck(c.Clause, operation, steady?.Ensures, c.Uses.Snapshot, c.Uses.Result is not null))
            .OfType<CheckModel>().ToEquatableArray();
        var state = component.StateField.Name;
        return new(
            place,
            operation.Name,
            contract.Type.Qualified(),
            body.ReturnType.Qualified(),
            component.Mode!,
            state,
            Documentation.LinesOf(context.TargetNode),
            Documentation.PromiseOf(contract),
            body.Parameters.Select(p => new ParameterModel(p.Type.Qualified(), p.Name, ReadHandle(p.Type, component.State), p.Has(VocabularyNames.Outside))).ToEquatableArray(),
            ReadHandle(body.ReturnType, component.State),
            contract.Locks.Select(l => ReadLock(l, operation)).OfType<LockModel>()
                .GroupBy(l => (l.Lock, l.When, l.HeldBefore, l.HeldAfter)).Select(g => g.First()).ToEquatableArray(),
            contract.Requires.Select(c => ReadCheck(c, operation, steady?.Requires, false, false)).OfType<CheckModel>().ToEquatableArray(),
            ReadSnapshot(operation, compilation),
            ensures,
            invariants.Where(i => !i.WholeState && i.Handles.Count <= 1).ToEquatableArray());
    }

    static EquatableArray<LockFieldModel> ReadLockFields(StateSymbol state) =>
        LockFields(null, state.Type).Concat(state.Tables.SelectMany(t => LockFields(t.Name, t.Row))).ToEquatableArray();

    static IEnumerable<LockFieldModel> LockFields(string? table, INamedTypeSymbol owner) =>
        from field in StateSymbol.Locks(owner)
        where field.Order is not null
        select new LockFieldModel(table, field.Field, field.LockClass, $"{field.Order.Qualified()}.{field.LockClass}");

    static string? ReadSnapshot(OperationSymbol operation, Compilation compilation)
    {
        var contract = operation.Contract;
        if (!contract.Ensures.Any(c => EntryUses.Of(c, compilation).Snapshot)) return null;

        var arguments = EntryUses.SnapshotParameters(contract, compilation).Select(p => Bind(p, operation));
        return $"{contract.Type.Qualified()}.{EntryUses.TakeSnapshot}({string.Join(", ", arguments.Prepend($"{operation.Component.Mode}.Full"))})";
    }

    /// <returns>Null if a parameter of the clause is bound to nothing; the analyzer says so.</returns>
    static CheckModel? ReadCheck(ClauseSymbol clause, OperationSymbol operation, IEnumerable<Clause>? steady, bool snapshot, bool result)
    {
        var arguments = clause.Method.Parameters.Select(p => Bind(p, operation)).ToList();
        if (arguments.Contains(null)) return null;
        if (result) arguments.Insert(0, OperationWriter.Result);
        if (snapshot) arguments.Insert(0, $"in {OperationWriter.Old}");
        return new(clause.Method.Name, clause.Sentence, $"{clause.QualifiedName}({string.Join(", ", arguments)})", clause.WholeState, UsesEntry: snapshot,
            IsSteady: steady?.Any(c => c.Name == clause.Method.Name) == true);
    }

    static string? Bind(IParameterSymbol parameter, OperationSymbol operation) =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, operation.Component.State.Type)
            ? operation.Component.StateField.Name
            : operation.Binding(parameter)?.Name;

    static LockModel? ReadLock(LockClause clause, OperationSymbol operation)
    {
        if (LockInstance.Resolve(clause, operation) is not { } instance) return null;
        var (before, after) = clause.Duty switch
        {
            LockDuty.MustHold => (true, true),
            LockDuty.Releases => (true, false),
            LockDuty.ReturnsHolding => (false, true),
            _ => (false, false),
        };
        var component = operation.Component;
        var when = clause.When.Length == 0
            ? null
            : RowPath.ResolveField(clause.When, operation.Body.Parameters, component.State, component.StateField.Name);
        var of = clause.Of.Length == 0 ? "" : $", {clause.Of}";
        return new($"{clause.Duty}({clause.LockClass}{of})", instance, Documentation.NameOf(clause), when, before, after, LockInstance.IsOfResult(clause, operation));
    }

    static InvariantModel? ReadInvariant(ClauseSymbol clause, StateSymbol state)
    {
        var handles = clause.Method.Parameters.Skip(1).Select(p => ReadHandle(p.Type, state)).ToList();
        return handles.Contains(null)
            ? null
            : new(clause.Method.Name, clause.Sentence, clause.QualifiedName, clause.WholeState, handles.OfType<HandleModel>().ToEquatableArray());
    }

    static HandleModel? ReadHandle(ITypeSymbol type, StateSymbol state) =>
        state.TableOf(type) is { } table
            ? new(type.Qualified(), table.Name, type.Attribute(VocabularyNames.Handle)?.Named<bool>("Nullable") ?? false)
            : null;
}

/// <summary>Both models that an operation contributes to.</summary>
sealed record WovenOperation(OperationModel Operation, ComponentModel Component);
