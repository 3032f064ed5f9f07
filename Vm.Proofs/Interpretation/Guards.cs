using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// Which lock protects a place, where that is one certain lock: a scalar's is one of the state, that of a field stands in the same
/// row. Fields of rows without a lock of their own are left out: who may use them depends on who owns the row.
/// </summary>
sealed class Guards(IrProgram program)
{
    /// <summary>The lock class, or null.</summary>
    public string? OfGlobal(string name) => Among(program.State.Globals, name);

    /// <summary>The lock class, or null.</summary>
    public string? OfField(string table, string field) => Among(program.Row(table).Fields, field);

    /// <summary>The class of a lock of the state or of a row.</summary>
    public string ClassOf(Place place, Func<RowReference, string> tableOf) => ((LockGuard)(place switch
    {
        GlobalVariable global => program.State.Globals.First(g => g.Name == global.Name),
        RowField field => program.Row(tableOf(field.Row)).Fields.First(f => f.Name == field.Field),
        _ => throw new ComponentException($"{place} is no lock"),
    }).Guard).LockClass;

    static string? Among(IReadOnlyList<FieldDeclaration> fields, string name) =>
        fields.First(field => field.Name == name).Guard is Guarded guard
        && fields.Any(field => field.Guard is LockGuard held && held.LockClass == guard.LockClass)
            ? guard.LockClass
            : null;
}
