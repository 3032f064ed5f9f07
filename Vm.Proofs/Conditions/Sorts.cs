using System.Numerics;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>Sorts of the representation's types.</summary>
sealed class Sorts(IrProgram program)
{
    public Sort Of(string type)
    {
        if (type == IrTypes.Bool) return Sort.Bool;
        if (IrTypes.IsInteger(type)) return Sort.Machine(IrTypes.BitsOf(type), IrTypes.IsSigned(type));
        if (program.Enums.TryGetValue(type, out var enumeration)) return Of(enumeration.Underlying);
        return Handle(type);
    }

    public HandleSort Handle(string type) =>
        program.Handles.TryGetValue(type, out var handle)
            ? new HandleSort(type, handle.Nullable)
            : throw new ComponentException($"the component declares no type {type}");

    /// <summary>The sort of a field's values; narrower than its type if it is a bit-field.</summary>
    public Sort Of(FieldDeclaration field) => field.Bits is { } bits && Of(field.Type) is IntSort
        ? Sort.Ranged(0, (BigInteger.One << bits) - 1)
        : Of(field.Type);

    /// <summary>The sort of one field of all rows.</summary>
    public Sort Array(TableDeclaration table, FieldDeclaration field) => new ArraySort(Handle(table.Handle), Of(field));
}
