namespace Vm.Generators.Ir;

/// <summary>The intermediate representation of one assembly.</summary>
/// <param name="Assembly">Name of the assembly.</param>
/// <param name="Items">What it declares, in the order of <see cref="IrItem.Kinds"/> and by name within a kind.</param>
sealed record IrFile(string Assembly, EquatableArray<IrItem> Items)
{
    /// <summary>The version line's number; a reader of another version refuses the file.</summary>
    public const int Version = 1;
}
