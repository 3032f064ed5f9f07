using Microsoft.CodeAnalysis;

namespace Vm.Generators.Symbols;

/// <summary>A path from a parameter through fields that are handles, as lock clauses and frames write it.</summary>
static class RowPath
{
    /// <summary>The table of the row at the path's end and the C# expression of its handle; null if it leads nowhere.</summary>
    /// <param name="path">For example <c>mem</c> or <c>mem.Object</c>.</param>
    /// <param name="stateField">How generated code reaches the state.</param>
    public static (TableSymbol Table, string Handle)? Resolve(
        string path, IEnumerable<IParameterSymbol> parameters, StateSymbol state, string stateField)
    {
        var segments = path.Split('.');
        return parameters.FirstOrDefault(p => p.Name == segments[0]) is { } start
            ? Follow(segments.Skip(1), start.Type, start.Name, state, stateField)
            : null;
    }

    /// <summary>As <see cref="Resolve"/>, for a path that begins at a value.</summary>
    /// <param name="segments">The fields behind the value.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="handle">The C# expression of the value.</param>
    public static (TableSymbol Table, string Handle)? Follow(
        IEnumerable<string> segments, ITypeSymbol type, string handle, StateSymbol state, string stateField)
    {
        if (state.TableOf(type) is not { } table) return null;
        foreach (var segment in segments)
        {
            if (FieldType(table.Row, segment) is not { } link || state.TableOf(link) is not { } next) return null;
            handle = $"{stateField}.{table.Name}[{handle}].{segment}";
            table = next;
        }

        return (table, handle);
    }

    /// <summary>The C# expression of the field at the path's end; null if it leads nowhere.</summary>
    /// <param name="path">For example <c>mem.Tabled</c>.</param>
    public static string? ResolveField(
        string path, IEnumerable<IParameterSymbol> parameters, StateSymbol state, string stateField)
    {
        var dot = path.LastIndexOf('.');
        return dot > 0 && Resolve(path.Substring(0, dot), parameters, state, stateField) is var (table, handle)
            && FieldType(table.Row, path.Substring(dot + 1)) is not null
                ? $"{stateField}.{table.Name}[{handle}].{path.Substring(dot + 1)}"
                : null;
    }

    /// <summary>The type of a field or bit-field of a row.</summary>
    public static ITypeSymbol? FieldType(INamedTypeSymbol row, string name) =>
        row.GetMembers(name).Select(m => m switch
        {
            IFieldSymbol f => f.Type,
            IPropertySymbol p => p.Type,
            _ => null,
        }).FirstOrDefault(t => t is not null);
}
