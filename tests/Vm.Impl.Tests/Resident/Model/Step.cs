namespace Vm.Tests.Resident.Model;

/// <summary>A random choice of an operation and of what it works on; what a number means depends on what there is.</summary>
readonly record struct Step(ModelOperation Operation, int Pick, ulong Offset)
{
    public override string ToString() => $"{Operation.Name}({Pick}, {Offset:X})";
}
