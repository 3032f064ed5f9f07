using Microsoft.CodeAnalysis;

namespace Vm.Generators.Symbols;

/// <summary>A place of the state, as contracts write it.</summary>
static class StatePlace
{
    /// <summary>Whether the place is a scalar of the state, a field of a table, or a field of a row that a parameter leads to.</summary>
    public static bool Exists(string place, OperationSymbol operation)
    {
        var state = operation.Component.State;
        var dot = place.LastIndexOf('.');
        if (dot < 0) return state.Type.GetMembers(place).OfType<IFieldSymbol>().Any() && state.Tables.All(t => t.Name != place);

        var (owner, field) = (place.Substring(0, dot), place.Substring(dot + 1));
        var table = state.Tables.FirstOrDefault(t => t.Name == owner)
            ?? RowPath.Resolve(owner, operation.Body.Parameters, state, "")?.Table;
        return table is not null && RowPath.FieldType(table.Row, field) is not null;
    }
}
